package dev.plumbline.pricing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpochRuleTest {

  @ParameterizedTest
  @CsvSource({
    "1, 25",
    "4, 25",
    "5, 20",
    "10, 10",
    "12, 8",
    "17, 5",
    "20, 5",
    "25, 4",
    "26, 3",
    "33, 3",
    "34, 3",
    "103, 3",
    "8333, 3",
    "8334, 2",
    "12500, 2",
    "12501, 1",
    "25000, 1",
    "50000, 1",
    "10000000, 1",
  })
  void theAutomaticRuleHolds(long rows, int epochs) {
    assertThat(EpochRule.automatic(rows).count()).isEqualTo(epochs);
    assertThat(EpochRule.automatic(rows).reason()).startsWith("automatic");
  }

  @Test
  void withoutRowsThereAreNoEpochs() {
    assertThatThrownBy(() -> EpochRule.automatic(0)).hasMessageContaining("0");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 51, -1})
  void epochsOutsideOfTheProvidersRangeAreRefused(int epochs) {
    assertThatThrownBy(() -> EpochRule.explicit(epochs)).hasMessageContaining("1 to 50");
  }

  @Test
  void explicitEpochsAreTaken() {
    assertThat(EpochRule.explicit(50)).isEqualTo(new Epochs(50, "as asked"));
  }
}
