package dev.plumbline.api.deprecations;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What features outside of lifecycle may ask about dates. Answers hold types of core only, so that
 * an estimate never sees a lifecycle type.
 */
public final class ShutdownDates {

  private final DeprecationCalendar calendar;
  private final CustomerClasses classes;

  ShutdownDates(DeprecationCalendar calendar, CustomerClasses classes) {
    this.calendar = requireNonNull(calendar, "calendar");
    this.classes = requireNonNull(classes, "classes");
  }

  /** The dates that ship with Plumbline. */
  public static ShutdownDates bundled() {
    return new ShutdownDates(DeprecationCalendar.bundled(), CustomerClasses.ASSUMED);
  }

  /** The first day on which the model can no longer be called. */
  public Optional<Observation<LocalDate>> inferenceEnd(ModelId model) {
    return inference(model).end();
  }

  /**
   * The first day on which the organisation can no longer train on the base. Where nobody knows how
   * its provider sees it, that is the day for one that tunes and calls fine-tunes today, and {@link
   * #trainingFindings} says who loses it earlier.
   */
  public Optional<Observation<LocalDate>> trainingEnd(ModelId model) {
    return training(model).end();
  }

  /** The end of service with its rule, disputes and gaps. */
  public StatedEnd inference(ModelId model) {
    return stated(lifespan(model).inferenceEnd());
  }

  /** The end of training with its rule, disputes and gaps. */
  public StatedEnd training(ModelId model) {
    return stated(lifespan(model).trainingEnd());
  }

  /**
   * What stands against training on this base on a day. A blocker means that nobody can, or not
   * this organisation; a warning that some cannot, or that the end is near or disputed.
   */
  public List<Finding> trainingFindings(ModelId model, LocalDate day) {
    return new TrainingObjections(calendar, classes, model, day).findings();
  }

  private Lifespan lifespan(ModelId model) {
    return calendar.lifespanOf(model, classes.of(model.provider()));
  }

  private static StatedEnd stated(ClockEnd end) {
    return end.match(
        known ->
            new StatedEnd(
                Optional.of(known.end()),
                known.rule().name(),
                known.disputedBy(),
                known.openKeys(),
                ""),
        unknown ->
            new StatedEnd(
                Optional.empty(), unknown.rule().name(), List.of(), List.of(), unknown.reason()));
  }
}
