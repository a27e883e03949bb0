package dev.plumbline.core.model;

import static java.util.Objects.requireNonNull;

/**
 * What an alias meant at a moment.
 *
 * @param snapshot the snapshot that answered
 * @param uncertain whether the moment lies between an announced move and its first observation, or
 *     the day of the move itself is not known
 * @param kind how it came to point there: launch, repoint, auto-upgrade, in-place upgrade, rolling
 * @param source where that is stated
 */
public record AliasTarget(String snapshot, boolean uncertain, String kind, String source) {

  public AliasTarget {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(kind, "kind");
    requireNonNull(source, "source");
  }
}
