package dev.plumbline.api.exitplans;

import dev.plumbline.api.changes.Given;
import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.deprecation.eligibility.Eligibility;
import dev.plumbline.lifecycle.deprecation.eligibility.TuningEvidence;
import dev.plumbline.lifecycle.exit.Schedule;
import dev.plumbline.lifecycle.exit.successor.Placement;
import dev.plumbline.lifecycle.exit.successor.SwitchNeeds;
import dev.plumbline.lifecycle.exit.successor.TuningMethod;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is entered about a model to be left, read and checked.
 *
 * @param traffic of a usual month
 * @param enteredSpend instead of the spend that follows from the traffic
 */
record Situation(
    ModelId model,
    Schedule schedule,
    int horizonMonths,
    TuningMethod method,
    Placement placement,
    Optional<Traffic> traffic,
    Optional<Money> enteredSpend,
    Optional<Money> hosting,
    Optional<Money> trainingSpend,
    Optional<Long> trainedTokens,
    Optional<LocalDate> since,
    TuningEvidence tuning) {

  private static final int USUAL_DAYS = 30;
  private static final int USUAL_TUNING_DAYS = 10;

  /**
   * @throws dev.plumbline.api.problem.ProblemException 400 naming the field
   */
  static Situation of(PlanSubject subject, PlanFacts facts, LocalDate today) {
    int days = FactReading.days("duration_days", facts.durationDays(), USUAL_DAYS);
    int tuning =
        FactReading.days("tuning_days", facts.tuningDays(), Math.min(USUAL_TUNING_DAYS, days));
    LocalDate start = facts.start() == null ? today : facts.start();
    Given.nameIfAny("owner", facts.owner());
    Given.nameIfAny("environment", facts.environment());
    return new Situation(
        subject.model(),
        Input.read("duration_days", () -> new Schedule(start, days, tuning)),
        FactReading.days("horizon_months", facts.horizonMonths(), SwitchNeeds.USUAL_HORIZON_MONTHS),
        FactReading.label("method", facts.method(), TuningMethod.values()).orElse(TuningMethod.SFT),
        placement(subject.placement(), facts),
        Traffic.of(facts),
        FactReading.money("monthly_spend", facts.monthlySpend()),
        FactReading.money("hosting_per_month", facts.hostingPerMonth()),
        FactReading.money("training_spend", facts.trainingSpend()),
        FactReading.count("trained_tokens", facts.trainedTokens()).or(subject::trained),
        Optional.ofNullable(facts.inServiceSince()),
        new TuningEvidence(
            Optional.ofNullable(facts.firstJob()),
            Optional.ofNullable(facts.lastTunedCall()),
            Boolean.TRUE.equals(facts.evidenceComplete())));
  }

  /**
   * How a provider sees the organisation. What was entered is about the provider of the model that
   * is left and says nothing about another one; where nothing was, what is known of the
   * organisation counts.
   */
  Eligibility eligibility(Provider provider, CustomerClasses known, LocalDate today) {
    boolean entered = provider.equals(model.provider()) && !tuning.equals(TuningEvidence.NONE);
    Optional<Eligibility> kept = Optional.ofNullable(known.known().get(provider));
    return entered || kept.isEmpty()
        ? Eligibility.of(provider, entered ? tuning : TuningEvidence.NONE, today)
        : kept.get();
  }

  /** What is entered, and where nothing is what the registry knows. */
  private static Placement placement(Placement registered, PlanFacts facts) {
    Placement said = FactReading.placement("", facts.deployment(), facts.region(), facts.cloud());
    return new Placement(
        said.deployment().or(registered::deployment),
        said.region().or(registered::region),
        said.cloud().or(registered::cloud));
  }
}
