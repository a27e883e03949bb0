package dev.plumbline.lifecycle.deprecation;

/** Which rule gave a clock its end. Stored with the answer, so that it can be questioned. */
public enum ShutdownRule {
  /** The date stands on the entry of the asked base itself. */
  OWN_ROW,
  /** The date stands on the entry of this very fine-tune. */
  EXPLICIT_ID_DATE,
  /** The most specific row about a family of fine-tunes. */
  FAMILY_ROW,
  /** A sentence attached to the base's row: follows it, or is not affected. */
  ANNOUNCEMENT_TEXT,
  /** What the provider does with all its fine-tunes. */
  PROVIDER_POLICY,
  /** A training end that is stated for this base or its fine-tunes. */
  EXPLICIT_TRAINING_ROW,
  /** The day on which the provider ends training for a class of customers. */
  PROVIDER_GATE,
  /** Nothing can be trained on a base that is gone. */
  BASE_SHUTDOWN,
  UNKNOWN
}
