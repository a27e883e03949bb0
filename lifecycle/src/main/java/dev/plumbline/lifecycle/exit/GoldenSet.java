package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.change.Person;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recorded answers of the model that ends: the only proof of what it could do that outlives it.
 * Plumbline keeps no prompts, only how many, their hash and the day.
 */
public sealed interface GoldenSet {

  /** Nothing was recorded. */
  record None() implements GoldenSet {}

  /**
   * Answers were recorded.
   *
   * @param count of answers
   * @param wanted of answers that the plan needs
   * @param sha256 64 lower-case hex digits of the file
   */
  record Recorded(int count, int wanted, String sha256, LocalDate recordedOn) implements GoldenSet {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Recorded {
      requireNonNull(sha256, "sha256");
      requireNonNull(recordedOn, "recordedOn");
      if (count < 1 || wanted < 1) {
        throw new IllegalArgumentException(
            "a golden set has answers: %d of %d".formatted(count, wanted));
      }
      if (!HASH.matcher(sha256).matches()) {
        throw new IllegalArgumentException("not 64 lower-case hex digits: " + sha256);
      }
    }

    public boolean isComplete() {
      return count >= wanted;
    }
  }

  /**
   * Somebody answers for going on without one.
   *
   * @param expires first day on which that no longer holds
   */
  record Waived(Person by, String reason, LocalDate expires) implements GoldenSet {

    public Waived {
      requireNonNull(by, "by");
      requireNonNull(reason, "reason");
      requireNonNull(expires, "expires");
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a waiver needs a reason");
      }
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R none();

    R recorded(Recorded recorded);

    R waived(Waived waived);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Recorded recorded) {
      return cases.recorded(recorded);
    }
    return this instanceof Waived waived ? cases.waived(waived) : cases.none();
  }

  /** Why one cannot go on with it on a day; empty when one can. */
  default Optional<String> objection(LocalDate day) {
    return match(
        new Cases<>() {
          @Override
          public Optional<String> none() {
            return Optional.of("no golden outputs are recorded");
          }

          @Override
          public Optional<String> recorded(Recorded recorded) {
            return recorded.isComplete()
                ? Optional.empty()
                : Optional.of(
                    "only %d of %d golden outputs are recorded"
                        .formatted(recorded.count(), recorded.wanted()));
          }

          @Override
          public Optional<String> waived(Waived waived) {
            return day.isBefore(waived.expires())
                ? Optional.empty()
                : Optional.of(
                    "the waiver for the golden outputs is over since " + waived.expires());
          }
        });
  }

  /** The published spelling: none, partial, complete or waived. */
  default String label() {
    return match(
        new Cases<>() {
          @Override
          public String none() {
            return "none";
          }

          @Override
          public String recorded(Recorded recorded) {
            return recorded.isComplete() ? "complete" : "partial";
          }

          @Override
          public String waived(Waived waived) {
            return "waived";
          }
        });
  }
}
