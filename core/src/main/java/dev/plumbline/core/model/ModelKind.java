package dev.plumbline.core.model;

/** What a model name points at. The label is the published spelling. */
public enum ModelKind {
  BASE_SNAPSHOT("base snapshot"),
  ALIAS("alias"),
  FINE_TUNE("fine-tune"),
  CHECKPOINT("checkpoint"),
  LEGACY_FINE_TUNE("legacy fine-tune"),
  DEPLOYMENT("deployment"),
  ARN("arn"),
  JOB("job");

  private final String label;

  ModelKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether the name stands for tuned weights, which are priced as such and never as the base. */
  public boolean isFineTuned() {
    return this == FINE_TUNE || this == CHECKPOINT || this == LEGACY_FINE_TUNE;
  }
}
