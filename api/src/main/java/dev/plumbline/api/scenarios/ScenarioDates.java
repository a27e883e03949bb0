package dev.plumbline.api.scenarios;

import dev.plumbline.api.deprecations.ShutdownDates;
import dev.plumbline.api.scenarios.Assumption.Kind;
import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.breakeven.fixed.Horizon;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dates of one scenario: what cuts the horizon, and what a planner must know. */
final class ScenarioDates {

  private static final int DAYS_PER_MONTH = 30;

  private final ShutdownDates dates;
  private final ModelNames names;
  private final LocalDate at;
  private final List<Assumption> assumptions = new ArrayList<>();

  ScenarioDates(ShutdownDates dates, ModelNames names, LocalDate at) {
    this.dates = dates;
    this.names = names;
    this.at = at;
  }

  List<Assumption> assumptions() {
    return List.copyOf(assumptions);
  }

  /** What stands against training on this base on the first day. */
  List<Finding> trainingFindings(BilledName tuned) {
    return baseOf(tuned).map(base -> dates.trainingFindings(base, at)).orElse(List.of());
  }

  /** The wished horizon with the shutdown of the tuned model, given or looked up. */
  Horizon horizon(BigDecimal months, Optional<BilledName> tuned, Optional<LocalDate> given) {
    Horizon wished = Horizon.ofMonths(months);
    if (given.isPresent()) {
      LocalDate day = given.get();
      assumptions.add(
          Assumption.of(Kind.GIVEN, "tuned.shutdown", day.toString(), "stated in the scenario"));
      return wished.endingWith(new Horizon.Shutdown(at, day, "stated in the scenario"));
    }
    return tuned
        .flatMap(this::fineTuneOf)
        .flatMap(dates::inferenceEnd)
        .filter(end -> end.certainty() != Certainty.WITHDRAWN)
        .map(end -> cut(wished, end))
        .orElse(wished);
  }

  /** A date that may come later does not cut the horizon, but it is shown. */
  private Horizon cut(Horizon wished, Observation<LocalDate> end) {
    boolean open = end.certainty() == Certainty.NOT_BEFORE;
    assumptions.add(
        new Assumption(
            "tuned.shutdown",
            (open ? "not before " : "") + end.value(),
            "",
            Kind.DATE,
            Optional.empty(),
            Optional.of(end.source().name()),
            end.seenAt(),
            open ? "does not cut the horizon: the day is only the earliest one" : ""));
    return open
        ? wished
        : wished.endingWith(new Horizon.Shutdown(at, end.value(), end.source().name()));
  }

  /** After the end of the base side the comparison is another one, so the planner is told. */
  List<Finding> notes(Optional<BilledName> base, Optional<LocalDate> given, Horizon horizon) {
    List<Finding> notes = new ArrayList<>();
    horizon
        .cut()
        .ifPresent(
            end ->
                notes.add(
                    note(
                        "horizon_months",
                        "the tuned model is shut down on %s, so the horizon ends there (%s)"
                            .formatted(end.day(), end.reason()))));
    LocalDate last = lastDay(horizon);
    given
        .or(() -> base.flatMap(BilledName::id).flatMap(dates::inferenceEnd).map(Observation::value))
        .filter(end -> end.isBefore(last))
        .ifPresent(
            end ->
                notes.add(
                    note(
                        "base",
                        "the base side is shut down on %s, within the horizon: after it the comparison is with its successor"
                            .formatted(end))));
    return notes;
  }

  private LocalDate lastDay(Horizon horizon) {
    BigDecimal days = horizon.months().multiply(BigDecimal.valueOf(DAYS_PER_MONTH));
    return at.plusDays(days.setScale(0, RoundingMode.FLOOR).longValueExact());
  }

  static Finding note(String field, String message) {
    return new Finding(
        "BREAK_EVEN_NOTE",
        Severity.WARNING,
        message,
        new Place("scenario", 0, field),
        "check this before repeating the answer");
  }

  private Optional<ModelId> baseOf(BilledName tuned) {
    return parsed(tuned.snapshot()).or(tuned::id);
  }

  /** A base stands here for the fine-tune that is planned on it, whose dates are other ones. */
  private Optional<ModelId> fineTuneOf(BilledName tuned) {
    Optional<ModelId> id = tuned.id();
    if (id.isEmpty() || id.get().kind().isFineTuned() || id.get().kind() == ModelKind.DEPLOYMENT) {
      return id;
    }
    if (id.get().provider().equals(Provider.OPENAI)) {
      return parsed("ft:" + tuned.snapshot() + ":planned::planned").or(() -> id);
    }
    return id;
  }

  private Optional<ModelId> parsed(String name) {
    return names.parse(name).match(Optional::of, none -> Optional.empty());
  }
}
