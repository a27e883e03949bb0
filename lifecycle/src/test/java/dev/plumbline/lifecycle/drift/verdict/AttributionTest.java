package dev.plumbline.lifecycle.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {

  /** The table of section 9 of the drift reference, then what it does not hold. */
  @ParameterizedTest
  @CsvSource({
    "CHANGED, QUIET, QUIET, QUIET, THIS_MODEL",
    "CHANGED, CHANGED, CHANGED, QUIET, BASE",
    "CHANGED, CHANGED, QUIET, QUIET, FINE_TUNE_SERVING",
    "CHANGED, CHANGED, CHANGED, CHANGED, HARNESS",
    "QUIET, QUIET, QUIET, CHANGED, HARNESS",
    "QUIET, QUIET, CHANGED, QUIET, ALIAS",
    "QUIET, QUIET, QUIET, QUIET, NOTHING_CHANGED",
    "CHANGED, ABSENT, QUIET, QUIET, NOT_ATTRIBUTED",
    "CHANGED, QUIET, QUIET, ABSENT, NOT_ATTRIBUTED",
    "CHANGED, DIVIDED, QUIET, QUIET, NOT_ATTRIBUTED",
    "CHANGED, QUIET, NOT_MEASURED, QUIET, NOT_ATTRIBUTED",
    "QUIET, CHANGED, QUIET, QUIET, NOT_ATTRIBUTED",
  })
  void theArmsSayWhoseChangeItIs(
      Standing target, Standing siblings, Standing base, Standing control, Attribution expected) {
    Map<Arm, Standing> standings = new EnumMap<>(Arm.class);
    standings.put(Arm.TARGET, target);
    standings.put(Arm.SIBLING, siblings);
    standings.put(Arm.BASE, base);
    standings.put(Arm.CONTROL, control);

    assertThat(Attribution.of(standings)).isEqualTo(expected);
  }
}
