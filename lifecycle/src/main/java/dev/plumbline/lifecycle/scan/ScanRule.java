package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.finding.Severity;

/** What a scan can object to. The ids are published: baselines, SARIF and CI settings name them. */
public enum ScanRule {
  RETIRED(
      "retired-model",
      Severity.ERROR,
      "A model that can no longer be called",
      "The provider's end of service has passed, so calls fail or are answered by another model. "
          + "Move to the named replacement, after a check with your own prompts."),
  ENDING_SOON(
      "ending-model",
      Severity.ERROR,
      "A model that ends within the days you asked for",
      "The end of service is near. Move before the day; the last safe day is the one before it."),
  DEPRECATED(
      "deprecated-model",
      Severity.WARNING,
      "A model with a stated end of service",
      "A source states when the model ends. Plan the move; the certainty says how firm the day is."),
  TRAINING_ENDED(
      "training-ended",
      Severity.ERROR,
      "Fine-tuning on a base that can no longer be trained",
      "Jobs on this base are refused. Name a base that can still be trained."),
  TRAINING_ENDING(
      "training-ending",
      Severity.WARNING,
      "Fine-tuning on a base whose training ends",
      "A source states from which day jobs on this base are refused. Plan the last training before."),
  ALIAS(
      "unpinned-alias",
      Severity.WARNING,
      "An alias that the provider can move",
      "An alias can mean another snapshot tomorrow, with other answers and prices. Name the "
          + "snapshot that it means today."),
  UNKNOWN_FINE_TUNE(
      "unknown-fine-tune",
      Severity.WARNING,
      "A fine-tuned model that the registry does not hold",
      "Nobody registered this fine-tune, so nobody is told when it ends. Register it, or remove it."),
  UNCHECKED_FINE_TUNE(
      "unchecked-fine-tune",
      Severity.INFORMATION,
      "A fine-tuned model that was not compared with a registry",
      "No registry was given. Give one, so that unregistered fine-tunes are seen."),
  EARLIEST_END_PASSED(
      "earliest-end-passed",
      Severity.INFORMATION,
      "A model whose promised life is over",
      "The provider promised service until this day and has not said more. Look for a newer source."),
  UNKNOWN_MODEL(
      "unknown-model",
      Severity.INFORMATION,
      "A name that no source knows",
      "It may be new, misspelt, or your own. Nothing is said about its end."),
  SUPPRESSION_WITHOUT_REASON(
      "suppression-without-reason",
      Severity.WARNING,
      "A suppression that suppresses nothing, for want of a reason",
      "Write plumbline:ignore NAME -- REASON. Without a reason nothing is suppressed."),
  UNUSED_SUPPRESSION(
      "unused-suppression",
      Severity.INFORMATION,
      "A suppression of nothing",
      "Nothing on its line, or on the line below it, is suppressed. Remove it.");

  private final String id;
  private final Severity severity;
  private final String title;
  private final String help;

  ScanRule(String id, Severity severity, String title, String help) {
    this.id = id;
    this.severity = severity;
    this.title = title;
    this.help = help;
  }

  public String id() {
    return id;
  }

  /** How much it matters at a live place. */
  public Severity severity() {
    return severity;
  }

  public String title() {
    return title;
  }

  /** Why it matters and what to do. */
  public String help() {
    return help;
  }
}
