package dev.plumbline.pricing.breakeven.explore;

import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import dev.plumbline.pricing.breakeven.fixed.FixedCosts;
import dev.plumbline.pricing.breakeven.fixed.Horizon;
import dev.plumbline.pricing.breakeven.fixed.MonthlyCosts;
import dev.plumbline.pricing.breakeven.fixed.PeopleCosts;
import dev.plumbline.pricing.breakeven.fixed.TrainingRuns;
import dev.plumbline.pricing.inference.CacheProfile;
import dev.plumbline.pricing.inference.HitRate;
import dev.plumbline.pricing.inference.Side;
import dev.plumbline.pricing.inference.TrafficProfile;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** An input that a planner guesses, and how a scenario looks when the guess is off by a factor. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum Guess {
  BASE_PROMPT("tokens of the long prompt", (s, by) -> s.withBase(promptOf(s.base(), by))),
  TUNED_PROMPT("tokens of the short prompt", (s, by) -> s.withTuned(promptOf(s.tuned(), by))),
  VARIABLE_INPUT(
      "tokens of the user's input",
      (s, by) -> s.withBase(inputOf(s.base(), by)).withTuned(inputOf(s.tuned(), by))),
  OUTPUT(
      "output tokens of both sides",
      (s, by) -> s.withBase(outputOf(s.base(), by)).withTuned(outputOf(s.tuned(), by))),
  TUNED_OUTPUT("output tokens of the tuned side", (s, by) -> s.withTuned(outputOf(s.tuned(), by))),
  BASE_HIT_RATE("cache hit rate of the base side", (s, by) -> s.withBase(hitsOf(s.base(), by))),
  BASE_FAILURES(
      "failed attempts of the base side", (s, by) -> s.withBase(failuresOf(s.base(), by))),
  TUNED_FAILURES(
      "failed attempts of the tuned side", (s, by) -> s.withTuned(failuresOf(s.tuned(), by))),
  ONE_OFF("training, labelling and other one-off cost", (s, by) -> s.withFixed(oneOff(s, by))),
  MONTHLY("hosting and other monthly cost", (s, by) -> s.withFixed(monthly(s, by))),
  HORIZON("months until the comparison ends", Guess::horizon);

  private static final BigDecimal MOST_FAILURES = new BigDecimal("0.99");

  private final String words;
  private final BiFunction<BreakEvenScenario, BigDecimal, BreakEvenScenario> change;

  Guess(String words, BiFunction<BreakEvenScenario, BigDecimal, BreakEvenScenario> change) {
    this.words = words;
    this.change = change;
  }

  /** The published key, for example {@code base_prompt}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String words() {
    return words;
  }

  public static Optional<Guess> findByKey(String key) {
    for (Guess guess : values()) {
      if (guess.key().equals(key)) {
        return Optional.of(guess);
      }
    }
    return Optional.empty();
  }

  /** The scenario with this input multiplied; shares stay shares. */
  public BreakEvenScenario scaled(BreakEvenScenario scenario, BigDecimal factor) {
    return change.apply(scenario, factor);
  }

  private static Side promptOf(Side side, BigDecimal factor) {
    TrafficProfile traffic = side.traffic();
    return with(side, traffic.withStaticTokens(traffic.staticTokens().multiply(factor)));
  }

  /** Tokens written on every request cannot be more than those that a hit does not serve. */
  private static Side with(Side side, TrafficProfile changed) {
    BigDecimal served = side.cache().mode().servedTokens(changed.staticTokens());
    BigDecimal rest = changed.staticTokens().add(changed.variableTokens()).subtract(served);
    return side.withTraffic(
        new TrafficProfile(
            changed.staticTokens(),
            changed.variableTokens(),
            changed.outputTokens(),
            changed.writtenTokens().min(rest)));
  }

  /** Tokens written on every request are mostly the user's, so they grow and shrink with them. */
  private static Side inputOf(Side side, BigDecimal factor) {
    TrafficProfile traffic = side.traffic();
    return with(
        side,
        new TrafficProfile(
            traffic.staticTokens(),
            traffic.variableTokens().multiply(factor),
            traffic.outputTokens(),
            traffic.writtenTokens().multiply(factor)));
  }

  private static Side outputOf(Side side, BigDecimal factor) {
    TrafficProfile traffic = side.traffic();
    return side.withTraffic(
        new TrafficProfile(
            traffic.staticTokens(),
            traffic.variableTokens(),
            traffic.outputTokens().multiply(factor),
            traffic.writtenTokens()));
  }

  private static Side hitsOf(Side side, BigDecimal factor) {
    if (!(side.cache().hitRate() instanceof HitRate.Fixed fixed)) {
      return side; // arrivals decide, and those are not guessed but searched
    }
    BigDecimal rate = fixed.rate().multiply(factor).min(BigDecimal.ONE);
    return side.withCache(new CacheProfile(side.cache().mode(), new HitRate.Fixed(rate)));
  }

  private static Side failuresOf(Side side, BigDecimal factor) {
    BigDecimal highest = MOST_FAILURES.max(side.failureRate());
    return side.withFailureRate(side.failureRate().multiply(factor).min(highest));
  }

  private static FixedCosts oneOff(BreakEvenScenario scenario, BigDecimal factor) {
    FixedCosts fixed = scenario.fixed();
    TrainingRuns training = fixed.training();
    PeopleCosts people = fixed.people();
    return new FixedCosts(
        new TrainingRuns(
            training.rows(),
            training.tokensPerRow(),
            training.epochs(),
            training.runs(),
            training.pricePerMillion().multiply(factor),
            training.freeTokens(),
            training.flatCostPerRun().times(factor)),
        new PeopleCosts(
            people.labelMinutesPerRow().multiply(factor),
            people.wagePerHour(),
            people.evaluationPerRun().times(factor),
            people.engineering().times(factor)),
        fixed.retraining(),
        fixed.monthly());
  }

  private static FixedCosts monthly(BreakEvenScenario scenario, BigDecimal factor) {
    FixedCosts fixed = scenario.fixed();
    MonthlyCosts monthly = fixed.monthly();
    return new FixedCosts(
        fixed.training(),
        fixed.people(),
        fixed.retraining(),
        new MonthlyCosts(monthly.base(), monthly.tuned().times(factor)));
  }

  private static BreakEvenScenario horizon(BreakEvenScenario scenario, BigDecimal factor) {
    return scenario.withHorizon(Horizon.ofMonths(scenario.horizon().months().multiply(factor)));
  }
}
