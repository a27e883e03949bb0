package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;

/**
 * What a claim speaks of.
 *
 * @param name id of a base, prefix of a family, base of fine-tunes, id of a fine-tune or text of a
 *     gate, by {@code kind}; Azure's model and version are joined by a dash as in its fine-tunes
 */
public record Subject(Provider provider, Kind kind, String name) {

  /** The tables of a provider are separate subjects even where they name the same model. */
  public enum Kind {
    /** A snapshot or alias of the provider's. */
    BASE,
    /** All fine-tunes whose base is the name or begins with it, by whole dash segments. */
    FAMILY,
    /** All fine-tunes of exactly this base. */
    TUNED,
    /** The statement that the fine-tunes of this base end with it. */
    FOLLOWS_BASE,
    /** The statement that the end of this base does not touch its fine-tunes. */
    NOT_AFFECTED,
    /** One fine-tune. */
    FINE_TUNE,
    /** A decision about all fine-tuning at a provider. */
    GATE
  }

  public Subject {
    requireNonNull(provider, "provider");
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
  }

  /** Decisions about all fine-tuning are one subject: their texts differ only in whom they mean. */
  public static Subject allFineTuning(Provider provider) {
    return new Subject(provider, Kind.GATE, "all fine-tuning");
  }

  /** Whether a fine-tune of this base belongs to the family: {@code gpt-4o} is not of gpt-4. */
  boolean isFamilyOf(String base) {
    return kind == Kind.FAMILY && (base.equals(name) || base.startsWith(name + "-"));
  }
}
