package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What some providers' prices depend on beside the model. What is not said is asked for in the
 * reason of an unpriced answer, never guessed.
 *
 * @param variant training tier (regional, global, developer) or way of training (LoRA SFT); empty
 *     for the provider's default
 * @param sizeClass the provider's class of model sizes, for example {@code <=16B}
 * @param evaluations how often the validation rows are evaluated, where that is billed
 * @param paddedLength tokens that every row is filled up to, for jobs without packing
 * @param hours hours of a reinforcement job
 * @param resumed whether a job is resumed after it paused at its cap; then there is no cap
 */
public record TrainingTerms(
    String variant,
    Optional<String> sizeClass,
    OptionalLong evaluations,
    OptionalLong paddedLength,
    Optional<BigDecimal> hours,
    Optional<GraderUse> grader,
    boolean resumed) {

  /** Nothing said. */
  public static final TrainingTerms NONE =
      new TrainingTerms(
          "",
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  private static final BigDecimal MOST_HOURS = new BigDecimal("100000");
  private static final long MOST_TOKENS = 10_000_000;

  public TrainingTerms {
    requireNonNull(variant, "variant");
    requireNonNull(sizeClass, "sizeClass");
    requireNonNull(evaluations, "evaluations");
    requireNonNull(paddedLength, "paddedLength");
    requireNonNull(hours, "hours");
    requireNonNull(grader, "grader");
    between("evaluations", evaluations, 0);
    between("the padded length", paddedLength, 1);
    if (hours.filter(h -> h.signum() < 0 || h.compareTo(MOST_HOURS) > 0).isPresent()) {
      throw new IllegalArgumentException("hours must be 0 to 100,000: " + hours.get());
    }
  }

  private static void between(String what, OptionalLong value, long least) {
    if (value.isPresent() && (value.getAsLong() < least || value.getAsLong() > MOST_TOKENS)) {
      throw new IllegalArgumentException(
          "%s must be %d to %d: %d".formatted(what, least, MOST_TOKENS, value.getAsLong()));
    }
  }

  public TrainingTerms inVariant(String other) {
    return new TrainingTerms(other, sizeClass, evaluations, paddedLength, hours, grader, resumed);
  }

  public TrainingTerms ofSizeClass(String other) {
    return new TrainingTerms(
        variant, Optional.of(other), evaluations, paddedLength, hours, grader, resumed);
  }

  public TrainingTerms withEvaluations(long count) {
    return new TrainingTerms(
        variant, sizeClass, OptionalLong.of(count), paddedLength, hours, grader, resumed);
  }

  public TrainingTerms paddedTo(long tokens) {
    return new TrainingTerms(
        variant, sizeClass, evaluations, OptionalLong.of(tokens), hours, grader, resumed);
  }

  public TrainingTerms lasting(BigDecimal someHours) {
    return new TrainingTerms(
        variant, sizeClass, evaluations, paddedLength, Optional.of(someHours), grader, resumed);
  }

  public TrainingTerms gradedBy(GraderUse use) {
    return new TrainingTerms(
        variant, sizeClass, evaluations, paddedLength, hours, Optional.of(use), resumed);
  }

  public TrainingTerms resumedAfterPause() {
    return new TrainingTerms(variant, sizeClass, evaluations, paddedLength, hours, grader, true);
  }
}
