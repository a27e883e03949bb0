package dev.plumbline.pricing.cost;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.NotAModelName;
import dev.plumbline.pricing.catalogue.UnpricedReason;
import dev.plumbline.pricing.cost.Estimate.Unpriced;

/** What a name says about billing before the moment of the request is known. */
sealed interface NameReading {

  /** Billed under one name at all times. */
  record Settled(BilledModel own) implements NameReading {}

  /** The name, or the base inside it, may be an alias: what else it means depends on the moment. */
  record Moving(ModelId id, BilledModel own) implements NameReading {}

  /** Nothing to bill. */
  record Refused(Unpriced why) implements NameReading {}

  static NameReading refused(NotAModelName none) {
    return new Refused(new Unpriced(UnpricedReason.NOT_A_MODEL_NAME, none.reason()));
  }

  static NameReading unknownBase(ModelId id) {
    return new Refused(
        new Unpriced(
            UnpricedReason.UNKNOWN_BASE,
            "%s is a %s id and does not say which base is billed; give the base or the model's name"
                .formatted(id.canonical(), id.kind().label())));
  }
}
