package dev.plumbline.lifecycle.deprecation;

/**
 * How a provider sees this organisation, which decides whether it may still train. Unknown evidence
 * is {@link #UNKNOWN}, never {@link #ACTIVE}.
 */
public enum CustomerClass {
  NEVER_TUNED,
  /** Tuned once, but called no fine-tune for 60 days. */
  TUNED_BUT_IDLE,
  /** Tunes and calls its fine-tunes; on Azure an existing customer. */
  ACTIVE,
  UNKNOWN;

  /** Whether Azure's carve-out for existing customers holds. */
  boolean isExisting() {
    return this == ACTIVE || this == TUNED_BUT_IDLE;
  }
}
