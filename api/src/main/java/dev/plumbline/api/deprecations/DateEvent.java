package dev.plumbline.api.deprecations;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of one clock of one model, kept once and for ever.
 *
 * @param id the same wherever and whenever it is derived
 * @param model a base, or {@code fine-tunes of <base>}, or one fine-tune
 * @param base the model itself for a base; empty when a fine-tune's name does not say it
 * @param kind {@code date.announced}, {@code date.firmed}, {@code date.moved_later}, {@code
 *     date.moved_earlier}, {@code date.withdrawn}, {@code date.disputed}, {@code date.settled},
 *     {@code date.passed_alive} or {@code date.passed_listed}
 * @param seenOn day on which it could be known; long ago for facts that shipped with Plumbline
 * @param before the day that was planned with, when it changed
 * @param now the day to plan with; empty after a withdrawal
 * @param source what stands behind it, in words; empty when a rule no longer applies
 * @param recordedAt when Plumbline kept it for this organisation
 */
public record DateEvent(
    UUID id,
    Provider provider,
    String model,
    Optional<String> base,
    boolean fineTunes,
    LifeClock clock,
    String kind,
    Urgency severity,
    LocalDate seenOn,
    Optional<LocalDate> before,
    Optional<LocalDate> now,
    Optional<String> source,
    Instant recordedAt) {

  /** Its day is over and a call of it succeeded. */
  public static final String PASSED_ALIVE = "date.passed_alive";

  /** Its day is over and its provider still lists it. */
  public static final String PASSED_LISTED = "date.passed_listed";

  public DateEvent {
    requireNonNull(id, "id");
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
    requireNonNull(base, "base");
    requireNonNull(clock, "clock");
    requireNonNull(kind, "kind");
    requireNonNull(severity, "severity");
    requireNonNull(seenOn, "seenOn");
    requireNonNull(before, "before");
    requireNonNull(now, "now");
    requireNonNull(source, "source");
    requireNonNull(recordedAt, "recordedAt");
  }

  /** Whether somebody saw a model after its day, instead of reading about it. */
  public boolean isSighting() {
    return isSighting(kind);
  }

  static boolean isSighting(String kind) {
    return kind.equals(PASSED_ALIVE) || kind.equals(PASSED_LISTED);
  }
}
