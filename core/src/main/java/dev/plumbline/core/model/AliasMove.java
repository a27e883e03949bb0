package dev.plumbline.core.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One statement about where an alias points from some day on. An announcement and the observation
 * that it came later are two of them, and both are kept.
 *
 * @param snapshot empty for a rolling alias, which has none
 * @param announced day on which the provider said it; empty for an observation
 * @param effective first day on which it can hold; empty when nobody knows it
 * @param observed whether somebody looked, instead of reading an announcement
 * @param kind how it came about: launch, repoint, auto-upgrade, in-place upgrade, rolling, listed
 * @param source where that is stated
 */
public record AliasMove(
    Optional<String> snapshot,
    Optional<LocalDate> announced,
    Optional<LocalDate> effective,
    boolean observed,
    String kind,
    String source) {

  static final String LISTED = "listed";

  private static final String LAUNCH = "launch";

  public AliasMove {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(announced, "announced");
    requireNonNull(effective, "effective");
    requireNonNull(kind, "kind");
    requireNonNull(source, "source");
  }

  /** Whether it was new then and moved from nowhere. */
  public boolean isLaunch() {
    return kind.equals(LAUNCH);
  }

  /** Whether it only stands in a list of names: nobody says since when. */
  boolean isListing() {
    return kind.equals(LISTED);
  }
}
