package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import java.util.Comparator;
import java.util.Optional;

/**
 * A model as one provider names it. Letter case counts: two names that differ in it alone are two
 * models.
 *
 * @param model 1 to 1,024 printable ASCII characters without spaces
 */
public record ModelKey(Provider provider, String model) implements Comparable<ModelKey> {

  private static final int LONGEST = 1024;

  public ModelKey {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
    if (!isName(model)) {
      throw new IllegalArgumentException(
          "a model's name has 1 to %d printable ASCII characters and no spaces".formatted(LONGEST));
    }
  }

  /** Of a name that somebody else has chosen; empty when no model can have it. */
  public static Optional<ModelKey> find(Provider provider, String model) {
    return isName(model) ? Optional.of(new ModelKey(provider, model)) : Optional.empty();
  }

  private static boolean isName(String model) {
    return !model.isEmpty()
        && model.length() <= LONGEST
        && model.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  @Override
  public int compareTo(ModelKey other) {
    return Comparator.comparing(ModelKey::provider)
        .thenComparing(ModelKey::model)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return provider + "/" + model;
  }
}
