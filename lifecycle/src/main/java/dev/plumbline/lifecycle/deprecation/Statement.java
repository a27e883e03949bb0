package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a source says about one clock.
 *
 * @param date empty when the source was read and states no date
 * @param announced day on which the provider announced it
 * @param replacement what the source names instead, in its own words
 */
public record Statement(
    Optional<LocalDate> date,
    ClaimCertainty certainty,
    Optional<LocalDate> announced,
    Optional<String> replacement) {

  public Statement {
    requireNonNull(date, "date");
    requireNonNull(certainty, "certainty");
    requireNonNull(announced, "announced");
    requireNonNull(replacement, "replacement");
    if (certainty == ClaimCertainty.WITHDRAWN && date.isPresent()) {
      throw new IllegalArgumentException("a withdrawn date is none: " + date.get());
    }
  }

  public static Statement of(LocalDate date, ClaimCertainty certainty) {
    return new Statement(Optional.of(date), certainty, Optional.empty(), Optional.empty());
  }

  /** The source took its date back. */
  public static Statement withdrawn() {
    return new Statement(
        Optional.empty(), ClaimCertainty.WITHDRAWN, Optional.empty(), Optional.empty());
  }
}
