package dev.plumbline.lifecycle.drift.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.lifecycle.drift.impact.PromptTokens.Sums;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyImpactTest {

  private static final TokenPrice PRICE =
      new TokenPrice.Known(
          Currency.getInstance("USD"),
          new BigDecimal("3.75"),
          new BigDecimal("15.00"),
          List.of("row-in", "row-out"),
          "2026-11-20-3f",
          List.of());
  private static final Traffic MILLION = new Traffic(1_000_000, Optional.empty(), Optional.empty());

  @Test
  void lengthTimesPriceTimesVolume() {
    // Every prompt's answers become 10 tokens longer: 10 x 1,000,000 x 15 / 1,000,000 dollars.
    MoneyImpact impact =
        impact(
            Optional.of(MILLION),
            PRICE,
            prompt("a", new Sums(20, 2000, 2000), new Sums(2, 200, 220)),
            prompt("b", new Sums(10, 500, 300), new Sums(3, 150, 120)));

    MoneyImpact.Month month = impact.month().orElseThrow();
    assertThat(month.change().toPlainString()).isEqualTo("150");
    assertThat(month.lower().orElseThrow()).isEqualTo(month.change()); // no spread, no doubt
    assertThat(month.upper().orElseThrow()).isEqualTo(month.change());
    assertThat(impact.output().orElseThrow().before()).isEqualByComparingTo("65");
    assertThat(impact.output().orElseThrow().since()).isEqualByComparingTo("75");
    assertThat(impact.unknown()).isEmpty();
  }

  @Test
  void shorterAnswersCostLessAndTheSignSaysSo() {
    MoneyImpact impact =
        impact(Optional.of(MILLION), PRICE, prompt("a", new Sums(1, 10, 100), new Sums(1, 10, 40)));

    assertThat(impact.month().orElseThrow().change().toPlainString()).isEqualTo("-900");
    assertThat(impact.month().orElseThrow().lower()).isEmpty(); // of one prompt no spread is known
  }

  /** In whole thousandths of tokens and whole picodollars, and with an integrated t density. */
  @Test
  void aSecondComputationAgrees() {
    SeededRandom random = new SeededRandom(5);
    List<PromptTokens> prompts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      long before = 5L + random.nextInt(20);
      long since = 1L + random.nextInt(4);
      prompts.add(
          prompt(
              "p" + i,
              new Sums(before, before * 60, before * (40 + random.nextInt(200))),
              new Sums(since, since * 60 + random.nextInt(3), since * (40 + random.nextInt(300)))));
    }

    MoneyImpact impact = impact(Optional.of(MILLION), PRICE, prompts.toArray(PromptTokens[]::new));

    BigInteger expected =
        thousandths(prompts, true, false)
            .subtract(thousandths(prompts, false, false))
            .multiply(BigInteger.valueOf(375))
            .add(
                thousandths(prompts, true, true)
                    .subtract(thousandths(prompts, false, true))
                    .multiply(BigInteger.valueOf(1500)))
            .multiply(BigInteger.valueOf(1_000_000)); // in 10^-11 dollars
    assertThat(impact.month().orElseThrow().change().amount().movePointRight(11))
        .isEqualByComparingTo(new BigDecimal(expected));

    double[] differences =
        prompts.stream()
            .mapToDouble(
                each ->
                    (double) each.since().output() / each.since().calls()
                        - (double) each.before().output() / each.before().calls())
            .toArray();
    double mean = java.util.Arrays.stream(differences).average().orElseThrow();
    double square = java.util.Arrays.stream(differences).map(d -> d * d).average().orElseThrow();
    double error = Math.sqrt((square - mean * mean) / (differences.length - 1));
    double half = quantile(differences.length - 1) * error;
    TokenChange.Range range = impact.output().orElseThrow().range().orElseThrow();
    assertThat(range.lower().doubleValue()).isCloseTo(mean - half, within(.01));
    assertThat(range.upper().doubleValue()).isCloseTo(mean + half, within(.01));
  }

  /** Mean over prompts of the mean tokens, in thousandths, half-even. */
  private static BigInteger thousandths(List<PromptTokens> prompts, boolean since, boolean output) {
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    for (PromptTokens prompt : prompts) {
      Sums sums = since ? prompt.since() : prompt.before();
      BigInteger calls = BigInteger.valueOf(sums.calls());
      numerator =
          numerator
              .multiply(calls)
              .add(BigInteger.valueOf(output ? sums.output() : sums.input()).multiply(denominator));
      denominator = denominator.multiply(calls);
    }
    BigInteger[] parts =
        numerator
            .multiply(BigInteger.valueOf(1000))
            .divideAndRemainder(denominator.multiply(BigInteger.valueOf(prompts.size())));
    int half =
        parts[1].shiftLeft(1).compareTo(denominator.multiply(BigInteger.valueOf(prompts.size())));
    boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
    return up ? parts[0].add(BigInteger.ONE) : parts[0];
  }

  /** Where each tail of Student's t holds a fortieth: x = sqrt(n) tan a turns it to a cosine. */
  private static double quantile(int degrees) {
    int steps = 1_000_000;
    double step = Math.PI / 2 / steps;
    double all = 0;
    for (int i = 0; i < steps; i++) {
      all += Math.pow(Math.cos((i + .5) * step), degrees - 1);
    }
    double sum = 0;
    int i = 0;
    while (sum < .95 * all) {
      sum += Math.pow(Math.cos((i + .5) * step), degrees - 1);
      i++;
    }
    return Math.sqrt(degrees) * Math.tan(i * step);
  }

  @Test
  void enteredLengthsMoveByTheMeasuredRatio() {
    MoneyImpact impact =
        impact(
            Optional.of(new Traffic(1000, Optional.of(900L), Optional.of(400L))),
            PRICE,
            prompt("a", new Sums(1, 10, 100), new Sums(1, 10, 110)));

    TokenChange output = impact.output().orElseThrow();
    assertThat(output.entered()).isTrue();
    assertThat(output.before()).isEqualByComparingTo("400");
    assertThat(output.since()).isEqualByComparingTo("440");
    assertThat(impact.input().orElseThrow().since()).isEqualByComparingTo("900");
    assertThat(impact.month().orElseThrow().change().toPlainString()).isEqualTo("0.6");
    assertThat(impact.assumptions()).noneMatch(each -> each.contains("nobody entered"));
  }

  @Test
  void whatIsNotKnownIsSaidWithItsRemedyAndNeverNothing() {
    MoneyImpact none = impact(Optional.empty(), new TokenPrice.Unpriced("no row of the model"));
    assertThat(none.month()).isEmpty();
    assertThat(none.output()).isEmpty();
    assertThat(none.unknown())
        .hasSize(3)
        .anyMatch(each -> each.contains("enter the volume of this target"))
        .anyMatch(each -> each.contains("no row of the model"))
        .anyMatch(each -> each.contains("wait for the next run of tasks"));

    MoneyImpact unpaired =
        impact(Optional.of(MILLION), PRICE, prompt("a", new Sums(3, 30, 30), new Sums(0, 0, 0)));
    assertThat(unpaired.month()).isEmpty();
    assertThat(unpaired.unknown()).hasSize(1);
  }

  @Test
  void aVolumeBeyondReasonIsRefused() {
    assertThatThrownBy(() -> new Traffic(0, Optional.empty(), Optional.empty()))
        .hasMessageContaining("from 1 to");
    assertThatThrownBy(() -> new Traffic(1, Optional.of(0L), Optional.empty()))
        .hasMessageContaining("tokens a request");
    assertThatThrownBy(() -> new Traffic(1, Optional.empty(), Optional.of(10_000_001L)))
        .hasMessageContaining("10,000,000");
  }

  private static PromptTokens prompt(String name, Sums before, Sums since) {
    return new PromptTokens(name, before, since);
  }

  private static MoneyImpact impact(
      Optional<Traffic> traffic, TokenPrice price, PromptTokens... prompts) {
    return MoneyImpact.of(
        new MoneyFigures(
            "m", Instant.parse("2026-11-20T00:00:00Z"), traffic, List.of(prompts), price));
  }
}
