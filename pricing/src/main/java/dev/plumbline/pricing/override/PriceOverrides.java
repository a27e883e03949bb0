package dev.plumbline.pricing.override;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A customer's own prices. Of several that cover a price one applies: they do not add up. */
public final class PriceOverrides {

  /** The narrowest scope first; of equally narrow ones the one that started last. */
  private static final Comparator<PriceOverride> STRONGEST_FIRST =
      Comparator.comparingInt((PriceOverride one) -> one.scope().narrowness())
          .thenComparing(one -> one.validity().from().orElse(LocalDate.MIN))
          .reversed();

  private static final PriceOverrides NONE = new PriceOverrides(List.of());

  private final List<PriceOverride> strongestFirst;

  private PriceOverrides(Collection<PriceOverride> overrides) {
    strongestFirst = overrides.stream().sorted(STRONGEST_FIRST).toList();
  }

  public static PriceOverrides none() {
    return NONE;
  }

  public static PriceOverrides of(Collection<PriceOverride> overrides) {
    return new PriceOverrides(overrides);
  }

  public boolean isEmpty() {
    return strongestFirst.isEmpty();
  }

  /** The override that applies; empty when the list price does. */
  public Optional<PriceOverride> find(OverrideQuestion question) {
    return strongestFirst.stream()
        .filter(one -> one.validity().contains(question.day()))
        .filter(one -> one.scope().covers(question))
        .findFirst();
  }
}
