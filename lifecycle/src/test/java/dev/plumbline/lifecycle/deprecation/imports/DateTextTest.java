package dev.plumbline.lifecycle.deprecation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-10-23 | 2026-10-23 | false",
        "2026\u201110\u201123 | 2026-10-23 | false",
        "Oct 23, 2026 | 2026-10-23 | false",
        "October 23rd, 2026 | 2026-10-23 | false",
        "Sept. 3, 2026 | 2026-09-03 | false",
        "23 October 2026 | 2026-10-23 | false",
        "`2026-10-23`^ | 2026-10-23 | false",
        "No earlier than 2027-04-01^ | 2027-04-01 | true",
        "Not sooner than May 1, 2027 | 2027-05-01 | true",
        "2027-05-01 at the earliest | 2027-05-01 | true",
        "June 1, 2027 or later | 2027-06-01 | true",
        ">=2027-06-01 | 2027-06-01 | true",
        "≥ 2027-06-01 | 2027-06-01 | true",
      })
  void everyStyleOfAPageIsRead(String text, LocalDate day, boolean bound) {
    assertThat(DateText.parse(text)).contains(new DateText(Optional.of(day), bound));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "---", "—", "N/A", "TBD", "No shutdown date announced"})
  void someCellsSayThatThereIsNone(String text) {
    assertThat(DateText.parse(text)).contains(DateText.NO_DATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2026-02-30", "10/23/2026", "Q3 2026", "Octember 40, 2026"})
  void whatCannotBeADateIsNotGuessed(String text) {
    assertThat(DateText.parse(text)).isEmpty();
  }
}
