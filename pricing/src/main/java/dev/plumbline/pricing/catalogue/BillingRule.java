package dev.plumbline.pricing.catalogue;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a provider bills what it publishes no row of its own for. A fact with a source, like a price.
 *
 * @param models a model, or a beginning of names followed by {@code *}
 * @param target the other model or variant; empty where the kind needs none
 */
record BillingRule(
    Kind kind, Provider provider, String models, String target, String source, String reason) {

  /** What a rule says. */
  enum Kind {
    /** Tokens of a fine-tune cost what the base costs. */
    TUNED_AS_BASE,
    /** Fine-tunes of this snapshot take the fine-tuned row of the target. */
    TUNED_AS_FAMILY,
    /** The provider's spelling of a model that others spell like the target. */
    SAME_NAME,
    /** The variant meant when none is named. */
    DEFAULT_VARIANT,
    /** Writing to the cache costs what input costs. */
    CACHE_WRITE_AS_INPUT;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> findByLabel(String label) {
      return Stream.of(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }

    static String labels() {
      return Stream.of(values()).map(Kind::label).collect(Collectors.joining(", "));
    }
  }

  BillingRule {
    requireNonNull(kind, "kind");
    requireNonNull(provider, "provider");
    requireNonNull(models, "models");
    requireNonNull(target, "target");
    requireNonNull(source, "source");
    requireNonNull(reason, "reason");
  }

  boolean covers(String model) {
    return models.endsWith("*") ? model.startsWith(beginning(models)) : model.equals(models);
  }

  /** The target, with what followed the beginning of the name. */
  String renamed(String model) {
    return target.endsWith("*")
        ? beginning(target) + model.substring(beginning(models).length())
        : target;
  }

  private static String beginning(String pattern) {
    return pattern.substring(0, pattern.length() - 1);
  }
}
