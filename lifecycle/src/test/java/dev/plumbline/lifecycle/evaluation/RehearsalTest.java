package dev.plumbline.lifecycle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.lifecycle.drift.comparison.NonInferiority.Outcome;
import dev.plumbline.lifecycle.evaluation.Rehearsal.Answer;
import dev.plumbline.lifecycle.evaluation.Rehearsal.Margins;
import dev.plumbline.lifecycle.evaluation.Rehearsal.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final Margins FIVE_POINTS = new Margins(.05, Map.of(), .05);

  @Test
  void theCheckOfTheReferenceIsOneFamily() {
    Rehearsal rehearsal = Rehearsal.of(pairs("format", 200, 6, 8), FIVE_POINTS);

    assertThat(rehearsal.families().get(0).judged().z()).isCloseTo(1.905458, within(1e-6));
    assertThat(rehearsal.families().get(0).judged().p()).isCloseTo(.02836, within(1e-5));
    assertThat(rehearsal.outcome()).isEqualTo(Outcome.NON_INFERIOR);
    assertThat(rehearsal.pairsMissing()).isEmpty();
    assertThat(rehearsal.disagreements()).hasSize(14);
    assertThat(rehearsal.disagreements().get(0).reference().passed()).isTrue();
  }

  @Test
  void oneWorseFamilyMakesTheWholeWorse() {
    List<Pair> pairs = new ArrayList<>(pairs("format", 200, 6, 8));
    pairs.addAll(pairs("refusal", 200, 0, 60));

    Rehearsal rehearsal = Rehearsal.of(pairs, FIVE_POINTS);

    assertThat(rehearsal.outcome()).isEqualTo(Outcome.INFERIOR);
    assertThat(rehearsal.disagreements()).hasSize(50);
  }

  @Test
  void withTooFewPairsItSaysHowManyAreMissing() {
    Rehearsal rehearsal = Rehearsal.of(pairs("format", 40, 2, 2), FIVE_POINTS);

    assertThat(rehearsal.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(rehearsal.pairsMissing()).contains(248 - 40L); // psi .1, delta .05: 247.3 rounded up
  }

  @Test
  void aFamilyMayHaveAMarginOfItsOwn() {
    List<Pair> pairs = pairs("style", 100, 2, 8);

    assertThat(Rehearsal.of(pairs, FIVE_POINTS).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(Rehearsal.of(pairs, new Margins(.05, Map.of("style", .15), .05)).outcome())
        .isEqualTo(Outcome.NON_INFERIOR);
    assertThatThrownBy(() -> Rehearsal.of(pairs, new Margins(.05, Map.of("stile", .2), .05)))
        .hasMessageContaining("stile");
  }

  private static List<Pair> pairs(String family, int all, int gains, int losses) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      boolean reference = i < losses || i >= losses + gains;
      boolean candidate = i >= losses;
      pairs.add(
          new Pair(
              family + i, 0, family, new Answer(reference, "old"), new Answer(candidate, "new")));
    }
    return pairs;
  }
}
