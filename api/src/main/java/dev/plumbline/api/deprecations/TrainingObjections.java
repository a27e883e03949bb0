package dev.plumbline.api.deprecations;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands against training on one base on one day. */
record TrainingObjections(
    DeprecationCalendar calendar, CustomerClasses classes, ModelId model, LocalDate day) {

  private static final long NEAR_DAYS = 60;

  List<Finding> findings() {
    if (!model.kind().isFineTuned() && calendar.isNeverTunable(model)) {
      return List.of(neverTunable());
    }
    return own()
        .match(
            known -> known(known).toList(),
            unknown ->
                List.of(
                    finding(
                        "TRAINING_END_UNKNOWN",
                        Severity.INFORMATION,
                        unknown.reason(),
                        "ask the provider before you plan a date")));
  }

  private Stream<Finding> known(ClockEnd.Known end) {
    if (hasEnded(end)) {
      return Stream.of(ended(end));
    }
    return Stream.of(restricted(), near(end), disputed(end)).flatMap(Optional::stream);
  }

  /** For the organisation as its provider sees it. */
  private ClockEnd own() {
    return endFor(classes.of(model.provider()));
  }

  /** "Not before" a day that has passed is a doubt, not an end. */
  private boolean hasEnded(ClockEnd.Known end) {
    return !day.isBefore(end.end().value()) && end.end().certainty() != Certainty.NOT_BEFORE;
  }

  private ClockEnd endFor(CustomerClass customer) {
    return calendar.lifespanOf(model, customer).trainingEnd();
  }

  private Finding neverTunable() {
    String reason = own().match(known -> "", ClockEnd.Unknown::reason);
    return finding("NOT_TUNABLE", Severity.BLOCKER, reason, "choose a base that can be tuned");
  }

  private Finding ended(ClockEnd.Known end) {
    boolean othersCan =
        endFor(CustomerClass.ACTIVE).findKnown().filter(each -> !hasEnded(each)).isPresent();
    return finding(
        "BASE_NOT_TRAINABLE",
        Severity.BLOCKER,
        "%s can train on %s since %s%s (%s; %s)"
            .formatted(
                othersCan ? "your organisation no longer" : "nobody",
                model,
                end.end().value(),
                othersCan ? ", for " + classes.reason(model.provider()) : "",
                end.rule(),
                end.end().source().name()),
        "choose another base or provider, or an earlier day to look back");
  }

  /** Where nothing is known of the customer, who is already shut out must at least be named. */
  private Optional<Finding> restricted() {
    if (!classes.isAssumed(model.provider())) {
      return Optional.empty();
    }
    return endFor(CustomerClass.UNKNOWN)
        .findKnown()
        .filter(end -> end.openKeys().contains("customer class") && hasEnded(end))
        .map(
            end ->
                finding(
                    "TRAINING_RESTRICTED",
                    Severity.WARNING,
                    "only organisations that tune and call fine-tunes today can still train on %s;"
                            .formatted(model)
                        + " others cannot since "
                        + end.end().value(),
                    "check that your organisation is eligible"));
  }

  private Optional<Finding> near(ClockEnd.Known end) {
    long left = end.daysLeft(day);
    if (left > NEAR_DAYS) {
      return Optional.empty();
    }
    String message =
        end.end().certainty() == Certainty.NOT_BEFORE
            ? "training on %s may end any day from %s"
            : "training on %s ends on %s";
    return Optional.of(
        finding(
            "TRAINING_ENDS_SOON",
            Severity.WARNING,
            message.formatted(model, end.end().value()) + ", %d days left".formatted(left),
            "train before, or choose another base"));
  }

  private Optional<Finding> disputed(ClockEnd.Known end) {
    return end.isDisputed()
        ? Optional.of(
            finding(
                "TRAINING_END_DISPUTED",
                Severity.WARNING,
                "sources disagree when training on %s ends: %s or %s"
                    .formatted(model, end.end().value(), end.disputedBy().get(0).value()),
                "plan with the earlier date"))
        : Optional.empty();
  }

  private Finding finding(String code, Severity severity, String message, String remedy) {
    return new Finding(code, severity, message, Place.file(model.input()), remedy);
  }
}
