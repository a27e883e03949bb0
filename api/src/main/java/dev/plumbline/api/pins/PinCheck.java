package dev.plumbline.api.pins;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.models.PinPlace;
import dev.plumbline.lifecycle.pinning.PinRequest;
import dev.plumbline.lifecycle.pinning.PinVerdict;

/** What was asked of a policy, and what it said. */
public record PinCheck(PinPlace place, PinRequest request, PinVerdict verdict) {

  public PinCheck {
    requireNonNull(place, "place");
    requireNonNull(request, "request");
    requireNonNull(verdict, "verdict");
  }

  public boolean isAllowed() {
    return verdict.standing().isEmpty();
  }
}
