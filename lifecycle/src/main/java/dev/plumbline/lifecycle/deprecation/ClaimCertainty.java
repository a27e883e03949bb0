package dev.plumbline.lifecycle.deprecation;

import dev.plumbline.core.evidence.Certainty;

/** How firmly a date stands. */
public enum ClaimCertainty {
  /** The exact date, by the provider. */
  COMMITTED(Certainty.EXACT),
  /** "Not before" this date, by the provider. */
  EARLIEST(Certainty.NOT_BEFORE),
  /** The provider says that it may still change. */
  TENTATIVE(Certainty.ESTIMATED),
  /** Third parties and copies; agreement among them never makes a date committed. */
  SECONDARY(Certainty.ESTIMATED),
  /** Follows by a rule, stated nowhere. */
  INFERRED(Certainty.ESTIMATED),
  /** The source took its date back; there is none. */
  WITHDRAWN(Certainty.WITHDRAWN);

  private final Certainty certainty;

  ClaimCertainty(Certainty certainty) {
    this.certainty = certainty;
  }

  /** The coarser word that both domains share. */
  public Certainty certainty() {
    return certainty;
  }
}
