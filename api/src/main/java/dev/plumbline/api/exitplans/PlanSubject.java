package dev.plumbline.api.exitplans;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.exit.ExitSubject.Dependant;
import dev.plumbline.lifecycle.exit.successor.Placement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the registry knows of a model, as far as it does.
 *
 * @param trained tokens of its training
 */
record PlanSubject(
    ModelId model,
    Optional<String> base,
    Optional<String> owner,
    Optional<String> environment,
    List<Dependant> dependants,
    Optional<Money> trainingCost,
    Optional<Long> trained,
    Optional<LocalDate> finished,
    Placement placement) {

  PlanSubject {
    dependants = List.copyOf(dependants);
  }

  /** A model that no registry knows. */
  static PlanSubject unregistered(ModelId model) {
    return new PlanSubject(
        model,
        model.base(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Placement.UNKNOWN);
  }
}
