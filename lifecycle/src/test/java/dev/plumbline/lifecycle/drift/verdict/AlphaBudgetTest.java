package dev.plumbline.lifecycle.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlphaBudgetTest {

  @Test
  void eachModelGetsItsShareAndEachRestartLess() {
    AlphaGrant first = new AlphaBudget(2, 40).firstGrant(2026);

    assertThat(first.alpha()).isCloseTo(.025, within(1e-15)); // 2 / 40, over 1 * 2
    assertThat(first.next().alpha()).isCloseTo(.05 / 6, within(1e-15));
  }

  @Test
  void howeverOftenAStreamRestartsTheYearIsNotOverspent() {
    AlphaGrant grant = new AlphaBudget(1, 20).firstGrant(2026);
    double spent = 0;
    for (int i = 0; i < 1_000; i++) {
      spent += grant.alpha();
      grant = grant.next();
    }
    assertThat(spent).isLessThan(.05).isGreaterThan(.0499);
  }

  @Test
  void aPageAYearAndModelIsNoBudget() {
    assertThatThrownBy(() -> new AlphaBudget(3, 3)).hasMessageContaining("fewer than one");
    assertThatThrownBy(() -> new AlphaBudget(0, 3)).hasMessageContaining("more than none");
  }
}
