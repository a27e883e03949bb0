package dev.plumbline.pricing.catalogue;

import java.util.Locale;

/** Why there is no price. */
public enum UnpricedReason {
  /** The text is no model name. */
  NOT_A_MODEL_NAME,
  /** The name does not say which base was tuned: deployments, job and checkpoint ids. */
  UNKNOWN_BASE,
  /** The provider has no price for this model at all. */
  UNKNOWN_MODEL,
  /** The name is an alias, and what it meant at the moment is not known. */
  ALIAS_WITHOUT_SNAPSHOT,
  /** The model has prices, but none for this component. */
  COMPONENT_MISSING,
  /** The component has prices, but none in this tier. */
  TIER_MISSING,
  /** Prices depend on the variant and none was named or known. */
  VARIANT_MISSING,
  /** The request is above a long-context threshold and only the short-context price is known. */
  LONG_CONTEXT_MISSING,
  /** The first known price starts later. */
  NOT_YET_PRICED,
  /** The last known price has ended: retired, or its successor is not known. */
  NO_LONGER_PRICED,
  /** The rows of one request are in several currencies. */
  SEVERAL_CURRENCIES;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
