package dev.plumbline.lifecycle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.lifecycle.drift.comparison.NonInferiority.Outcome;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldOutReviewTest {

  @Test
  void aFineTuneThatGainsMoreThanItLosesIsTestedExactly() {
    HoldOutReview review = HoldOutReview.of(pairs(60, 20, 6, 14), Set.of(), .05);

    assertThat(review.rows()).isEqualTo(100);
    assertThat(review.reference().value()).isEqualTo(.66);
    assertThat(review.candidate().value()).isEqualTo(.80);
    assertThat(review.passes().p()).isCloseTo(binomialTwoSided(20, 26), within(1e-12));
    assertThat(review.nonInferiority().outcome()).isEqualTo(Outcome.NON_INFERIOR);
    assertThat(review.nonInferiority().interval().contains(.14)).isTrue();
    assertThat(review.grades()).isEmpty();
    assertThat(review.findings()).isEmpty();
  }

  @Test
  void rowsThatWereTrainedOnAreLeftOutAndNamed() {
    HoldOutReview review = HoldOutReview.of(pairs(50, 5, 5, 0), Set.of("row-0", "row-1"), .05);

    assertThat(review.rows()).isEqualTo(58);
    assertThat(review.leaked()).containsExactly("row-0", "row-1");
    assertThat(review.findings()).extracting(Finding::code).containsExactly("LEAKED_ROWS");
  }

  @Test
  void fewerThanFiftyRowsAreSaidToBeTooFew() {
    HoldOutReview review = HoldOutReview.of(pairs(49, 0, 0, 0), Set.of(), .05);

    assertThat(review.isReliable()).isFalse();
    assertThat(review.findings()).extracting(Finding::code).containsExactly("TOO_FEW_ROWS");
    assertThat(HoldOutReview.of(pairs(50, 0, 0, 0), Set.of(), .05).isReliable()).isTrue();
  }

  @Test
  void gradesBetweenPassAndFailAreRankedToo() {
    List<GradedPair> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pairs.add(new GradedPair("row-" + i, .6, i % 3 == 0 ? .5 : .9));
    }

    HoldOutReview review = HoldOutReview.of(pairs, Set.of(), .05);

    assertThat(review.passes().p()).as("all pass on both sides").isEqualTo(1);
    assertThat(review.grades().orElseThrow().p()).isLessThan(.001);
    assertThat(review.grades().orElseThrow().effect().estimate()).isPositive();
  }

  @Test
  void rowsThatComeTwiceAndHoldOutsThatLeakedWholeAreRefused() {
    List<GradedPair> twice = List.of(new GradedPair("a", 1, 1), new GradedPair("a", 1, 0));

    assertThatThrownBy(() -> HoldOutReview.of(twice, Set.of(), .05)).hasMessageContaining("twice");
    assertThatThrownBy(() -> HoldOutReview.of(List.of(new GradedPair("a", 1, 1)), Set.of("a"), .05))
        .hasMessageContaining("trained on");
  }

  @Test
  void aTextIsTheSameWithOtherSpacesAndCase() {
    TrainedTexts texts = new TrainedTexts();
    texts.add("Is this  ﬁne?\n");

    assertThat(texts.contains("is THIS fine?")).isTrue();
    assertThat(texts.contains("is this fine")).isFalse();
  }

  /** Passes on both sides, gains, losses, failures on both sides. */
  private static List<GradedPair> pairs(int both, int gains, int losses, int none) {
    List<GradedPair> pairs = new ArrayList<>();
    add(pairs, both, 1, 1);
    add(pairs, gains, 0, 1);
    add(pairs, losses, 1, 0);
    add(pairs, none, 0, 0);
    return pairs;
  }

  private static void add(List<GradedPair> pairs, int count, double reference, double candidate) {
    for (int i = 0; i < count; i++) {
      pairs.add(new GradedPair("row-" + pairs.size(), reference, candidate));
    }
  }

  /** P(X >= k or X <= n-k) for a fair coin, by counting. */
  private static double binomialTwoSided(int k, int n) {
    BigInteger ways = BigInteger.ZERO;
    BigInteger choose = BigInteger.ONE;
    for (int i = 0; i <= n; i++) {
      if (i >= k || i <= n - k) {
        ways = ways.add(choose);
      }
      choose = choose.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways.doubleValue() / Math.pow(2, n);
  }
}
