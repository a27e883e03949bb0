package dev.plumbline.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TokenCountTest {

  @Test
  void oneEstimatedPartMakesTheWholeAnEstimate() {
    assertThat(TokenCount.exact(3).plus(TokenCount.exact(4))).isEqualTo(TokenCount.exact(7));
    assertThat(TokenCount.exact(3).plus(TokenCount.estimated(4)))
        .isEqualTo(TokenCount.estimated(7));
  }

  @Test
  void aCountIsNeverNegative() {
    assertThatThrownBy(() -> TokenCount.exact(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCountBeyondALongIsRefusedRatherThanWrapped() {
    assertThatThrownBy(() -> TokenCount.exact(Long.MAX_VALUE).times(2))
        .isInstanceOf(ArithmeticException.class);
  }
}
