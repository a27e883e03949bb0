package dev.plumbline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationTest {

  private static final Source PAGE = new Source("deprecations page", Source.Kind.PROVIDER_PAGE);

  @Test
  void changingTheValueKeepsItsEvidence() {
    var shutdown =
        new Observation<>(
            LocalDate.of(2027, 1, 14),
            Certainty.ESTIMATED,
            PAGE,
            Optional.of(LocalDate.of(2026, 10, 28)));

    var lastSafeDay = shutdown.map(day -> day.minusDays(1));

    assertThat(lastSafeDay.value()).isEqualTo(LocalDate.of(2027, 1, 13));
    assertThat(lastSafeDay.source()).isEqualTo(PAGE);
    assertThat(lastSafeDay.seenAt()).isEqualTo(shutdown.seenAt());
  }

  @Test
  void aSourceWithoutANameIsNoSource() {
    assertThatThrownBy(() -> new Source(" ", Source.Kind.MANUAL)).hasMessageContaining("name");
  }
}
