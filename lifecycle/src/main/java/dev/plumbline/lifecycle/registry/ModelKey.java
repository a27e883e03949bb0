package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import java.util.Comparator;

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
    if (model.isEmpty()
        || model.length() > LONGEST
        || model.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "a model's name has 1 to %d printable ASCII characters and no spaces".formatted(LONGEST));
    }
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
