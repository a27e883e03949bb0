package dev.plumbline.pricing.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** The price of one component at one moment, or why there is none. */
public sealed interface PriceLookup {

  /**
   * A price.
   *
   * @param price the row that holds, by the declared order of sources
   * @param conflicts rows of other sources that claim another price for the same thing and time
   * @param assumptions what had to be assumed to take this row, in sentences
   */
  record Found(ListPrice price, List<ListPrice> conflicts, List<String> assumptions)
      implements PriceLookup {

    public Found {
      requireNonNull(price, "price");
      conflicts = List.copyOf(conflicts);
      assumptions = List.copyOf(assumptions);
    }
  }

  /**
   * No price.
   *
   * @param explanation one sentence that names model, component and date
   */
  record NotFound(UnpricedReason reason, String explanation) implements PriceLookup {

    public NotFound {
      requireNonNull(reason, "reason");
      requireNonNull(explanation, "explanation");
    }
  }

  /** One answer for each case: Java 17 cannot switch over a sealed type. */
  interface Cases<R> {
    R found(Found found);

    R notFound(NotFound notFound);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Found found) {
      return cases.found(found);
    }
    return cases.notFound((NotFound) this);
  }

  default Optional<Found> findFound() {
    return this instanceof Found found ? Optional.of(found) : Optional.empty();
  }
}
