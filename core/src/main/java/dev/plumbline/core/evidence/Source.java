package dev.plumbline.core.evidence;

import static java.util.Objects.requireNonNull;

/**
 * Where a fact comes from.
 *
 * @param name the document or party in words, with its version or date where it has one
 * @param kind what sort of source it is; decides between contradicting sources
 */
public record Source(String name, Kind kind) {

  /** Sorts of sources, the most trusted first. */
  public enum Kind {
    PROVIDER_API,
    PROVIDER_PAGE,
    MANUAL,
    MIRROR,
    THIRD_PARTY
  }

  public Source {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a source needs a name");
    }
  }
}
