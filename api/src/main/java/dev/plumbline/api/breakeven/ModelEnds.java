package dev.plumbline.api.breakeven;

import dev.plumbline.pricing.breakeven.fixed.Horizon.Shutdown;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Until when the model can be trained and asked. */
final class ModelEnds {
  Optional<Shutdown> shutdown(Billed model, LocalDate day) {
    return Optional.empty();
  }

  List<Warning> warnings(Billed model, LocalDate day, BigDecimal months) {
    return List.of();
  }
}
