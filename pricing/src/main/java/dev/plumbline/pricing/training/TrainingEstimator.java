package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Prices training plans by the rules of their provider. */
public final class TrainingEstimator {

  private final PriceCatalogue catalogue;
  private final ModelNames names;
  private final Aliases aliases;
  private final AllowanceRule allowances;

  public TrainingEstimator(
      PriceCatalogue catalogue, ModelNames names, Aliases aliases, AllowanceRule allowances) {
    this.catalogue = requireNonNull(catalogue, "catalogue");
    this.names = requireNonNull(names, "names");
    this.aliases = requireNonNull(aliases, "aliases");
    this.allowances = requireNonNull(allowances, "allowances");
  }

  /** With the prices, names and alias history that ship with the product. */
  public static TrainingEstimator bundled() {
    return new TrainingEstimator(
        PriceCatalogue.bundled(), ModelNames.bundled(), Aliases.bundled(), AllowanceRule.USUAL);
  }

  /**
   * Prices a plan.
   *
   * @param trainingEnd first day on which the provider no longer trains this base, when one is
   *     known; a plan on or after it is blocked and never priced
   */
  public TrainingEstimate estimate(
      TrainingPlan plan, Optional<Observation<LocalDate>> trainingEnd) {
    LocalDate day = LocalDate.ofInstant(plan.at(), ZoneOffset.UTC);
    Optional<Observation<LocalDate>> past =
        trainingEnd.filter(end -> isCertain(end) && !day.isBefore(end.value()));
    if (past.isPresent()) {
      return new TrainingEstimate.Blocked(
          "%s trains %s until %s only, so a job on %s is not possible: choose another base"
              .formatted(plan.provider(), plan.model(), past.get().value(), day),
          past.get());
    }
    try {
      return new TrainingEstimate.Priced(
          new TrainingBill(plan, baseOf(plan), catalogue)
              .breakdown(new FreeAllowances(catalogue, allowances)));
    } catch (MissingTermException e) {
      return new TrainingEstimate.Unpriced(e.reason());
    }
  }

  /** The snapshot that a name stands for at a moment, fine-tunes and aliases resolved. */
  public String snapshotOf(Provider provider, String model, Instant at) {
    return BaseModel.of(new BaseModel.Asked(provider, model, at), names, aliases).snapshot();
  }

  BaseModel baseOf(TrainingPlan plan) {
    return BaseModel.of(
        new BaseModel.Asked(plan.provider(), plan.model(), plan.at()), names, aliases);
  }

  PriceCatalogue catalogue() {
    return catalogue;
  }

  /** A date that may come later, or that was taken back, blocks nothing. */
  private static boolean isCertain(Observation<LocalDate> end) {
    return end.certainty() == Certainty.EXACT || end.certainty() == Certainty.ESTIMATED;
  }
}
