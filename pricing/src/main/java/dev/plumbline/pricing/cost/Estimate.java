package dev.plumbline.pricing.cost;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.catalogue.PriceLookup.NotFound;
import dev.plumbline.pricing.catalogue.UnpricedReason;

/** A cost with everything it was computed from, or why there is none. */
public sealed interface Estimate {

  /** Every part has a price. */
  record Priced(CostBreakdown breakdown) implements Estimate {

    public Priced {
      requireNonNull(breakdown, "breakdown");
    }
  }

  /**
   * A part has no price, so the whole has none: unknown is not zero.
   *
   * @param explanation one sentence that names model, component and date
   */
  record Unpriced(UnpricedReason reason, String explanation) implements Estimate {

    public Unpriced {
      requireNonNull(reason, "reason");
      requireNonNull(explanation, "explanation");
    }

    static Unpriced of(NotFound missing) {
      return new Unpriced(missing.reason(), missing.explanation());
    }
  }

  /** One answer for each case: Java 17 cannot switch over a sealed type. */
  interface Cases<R> {
    R priced(CostBreakdown breakdown);

    R unpriced(Unpriced unpriced);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Priced priced) {
      return cases.priced(priced.breakdown());
    }
    return cases.unpriced((Unpriced) this);
  }
}
