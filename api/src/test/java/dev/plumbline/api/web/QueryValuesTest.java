package dev.plumbline.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryValuesTest {

  private static final Map<String, String> DEFAULTS = Map.of("n", "3", "at", "2026-11-21");

  @Test
  void whatIsMissingTakesItsDefault() {
    QueryValues values = values(Map.of());

    assertThat(values.number("n", "0", "10")).isEqualByComparingTo("3");
    assertThat(values.day("at")).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(values.refusals()).isEmpty();
  }

  @Test
  void digitGroupsAreRead() {
    assertThat(values(Map.of("n", "1,234.5")).number("n", "0", "9999"))
        .isEqualTo(new BigDecimal("1234.5"));
  }

  @Test
  void whatIsWrongTakesItsDefaultAndIsRememberedWithItsReason() {
    QueryValues values = values(Map.of("n", "many", "at", "yesterday"));

    assertThat(values.number("n", "0", "10")).isEqualByComparingTo("3");
    assertThat(values.day("at")).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(values.refusals().get("n")).contains("not a number");
    assertThat(values.refusals().get("at")).contains("not a day");
  }

  @Test
  void aNumberThatWouldBurnSecondsIsRefused() {
    QueryValues values = values(Map.of("n", "1e-999999"));

    values.number("n", "0", "10");

    assertThat(values.refusals()).containsKey("n");
  }

  @Test
  void aNumberOutsideItsLimitsNamesThem() {
    QueryValues values = values(Map.of("n", "11"));

    values.number("n", "0", "10");

    assertThat(values.refusals().get("n")).isEqualTo("must lie between 0 and 10");
  }

  @Test
  void aRefusedFieldShowsTheTextAsItWasGiven() {
    QueryValues values = values(Map.of("n", "many"));
    values.number("n", "0", "10");

    Field field = values.show(Field.number("n", "Runs", "jobs", ""));

    assertThat(field.value()).isEqualTo("many");
    assertThat(field.wrong()).startsWith("Runs is not a number");
    assertThat(field.describedBy()).isEqualTo("n-wrong n-help");
  }

  private static QueryValues values(Map<String, String> given) {
    return new QueryValues(given, DEFAULTS);
  }
}
