package dev.plumbline.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayRangeTest {

  private static final LocalDate FIRST = LocalDate.of(2027, 1, 6);
  private static final LocalDate END = LocalDate.of(2027, 1, 14);

  @Test
  void theFirstDayIsInsideAndTheLastIsNot() {
    DayRange range = DayRange.of(FIRST, END);

    assertThat(range.contains(FIRST)).isTrue();
    assertThat(range.contains(END.minusDays(1))).isTrue();
    assertThat(range.contains(END)).isFalse();
    assertThat(range.contains(FIRST.minusDays(1))).isFalse();
  }

  @Test
  void rangesThatTouchDoNotOverlap() {
    assertThat(DayRange.of(FIRST, END).overlaps(DayRange.from(END))).isFalse();
    assertThat(DayRange.of(FIRST, END).overlaps(DayRange.from(END.minusDays(1)))).isTrue();
    assertThat(DayRange.ALWAYS.overlaps(DayRange.of(FIRST, END))).isTrue();
  }

  @Test
  void anEmptyRangeIsRefused() {
    assertThatThrownBy(() -> DayRange.of(END, END)).isInstanceOf(IllegalArgumentException.class);
  }
}
