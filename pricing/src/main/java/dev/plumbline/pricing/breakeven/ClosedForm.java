package dev.plumbline.pricing.breakeven;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The paying volumes when a request saves the same at every volume: {@code need / (D * A)}. */
record ClosedForm(NetPresentValue gain) {

  private static final VolumeRange EVERY = new VolumeRange(BigDecimal.ZERO, Optional.empty());

  List<VolumeRange> paying() {
    BigDecimal perRequest = gain.saving().at(BigDecimal.ONE).multiply(gain.annuity());
    BigDecimal need = gain.need();
    if (perRequest.signum() == 0) {
      return need.signum() < 0 ? List.of(EVERY) : List.of();
    }
    if (perRequest.signum() < 0 && need.signum() >= 0) {
      return List.of();
    }
    if (perRequest.signum() > 0 && need.signum() <= 0) {
      return List.of(EVERY);
    }
    BigDecimal root = need.divide(perRequest, FIFTY_DIGITS);
    return perRequest.signum() > 0
        ? List.of(new VolumeRange(root, Optional.empty()))
        : List.of(new VolumeRange(BigDecimal.ZERO, Optional.of(root)));
  }
}
