package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a model was tuned from, by the provider's names.
 *
 * @param base the snapshot at the root, for example {@code gpt-4o-2024-08-06}
 * @param parent the fine-tune that was continued; empty for one that was tuned from its base
 */
public record Origin(Optional<String> base, Optional<String> parent) {

  public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());

  public Origin {
    requireNonNull(base, "base");
    requireNonNull(parent, "parent");
  }

  public static Origin ofBase(String base) {
    return new Origin(Optional.of(base), Optional.empty());
  }

  /** What the newer says, and where it says nothing what was known. */
  Origin mergedWith(Origin newer) {
    return new Origin(newer.base.or(() -> base), newer.parent.or(() -> parent));
  }
}
