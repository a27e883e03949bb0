package dev.plumbline.core.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model name taken apart. Only {@link ModelNames} makes one from text.
 *
 * @param input the text as it was given
 * @param canonical the same without a router prefix such as {@code openai/}; case is kept
 * @param base base snapshot or alias inside the name; for an alias its target when one is known
 * @param org owner segment: organisation, account, project or account number
 * @param suffix the user's own part of a fine-tune's name; empty when it has none
 * @param tail the part that makes the fine-tune unique; case-sensitive
 * @param checkpointStep N of {@code :ckpt-step-N}
 */
public record ModelId(
    String input,
    String canonical,
    Provider provider,
    ModelKind kind,
    Optional<String> base,
    Optional<String> org,
    Optional<String> suffix,
    Optional<String> tail,
    OptionalInt checkpointStep)
    implements ParsedModelName {

  public ModelId {
    requireNonNull(input, "input");
    requireNonNull(canonical, "canonical");
    requireNonNull(provider, "provider");
    requireNonNull(kind, "kind");
    requireNonNull(base, "base");
    requireNonNull(org, "org");
    requireNonNull(suffix, "suffix");
    requireNonNull(tail, "tail");
    requireNonNull(checkpointStep, "checkpointStep");
  }

  /** The same name at another provider, where it has other prices and other dates. */
  public ModelId servedBy(Provider other) {
    return new ModelId(input, canonical, other, kind, base, org, suffix, tail, checkpointStep);
  }

  @Override
  public String toString() {
    return canonical;
  }
}
