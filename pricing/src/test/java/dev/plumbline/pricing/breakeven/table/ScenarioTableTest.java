package dev.plumbline.pricing.breakeven.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import dev.plumbline.pricing.inference.HitRate;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p_in|two|is not a number: \"two\"; write digits with a point, such as 0.87",
        "p_in|''|is empty; write a number, 0 where there is none",
        "S_b|-1|is negative: -1; write 0 or more",
        "S_b|1e2147483647|is out of range",
        "O_f|1e-2147483647|is out of range",
        "U_b|11111111111111111111111111111111111111111|has more than 40 characters",
        "h_b|87|is not a share from 0 to 1: 87; write 87 % as 0.87",
        "hit_model|warm|is not a hit model",
        "cache_mode_f|warm|is refused: not a cache mode",
        "max_retries|1.5|is not a whole number",
        "max_retries|-2|is refused: retries are 0 to 1000",
        "phi_f|1|is refused: a failure rate of 1 with unlimited retries never ends",
        "W_b|9999|is refused: tokens written to the cache",
        "horizon_months|601|is refused: a horizon has at most 600 months",
        "retrain_every_months|0.01|is refused: retraining more often",
        "annual_discount|11|is refused: an annual discount is a share such as 0.10",
      })
  void aBadCellIsNamedWithItsRemedy(String column, String text, String message) {
    Map<String, String> row = row();
    row.put(column, text);

    BadCellException refusal =
        catchThrowableOfType(BadCellException.class, () -> ScenarioTable.scenario(row));

    assertThat(refusal.column()).isEqualTo(column);
    assertThat(refusal).hasMessageStartingWith(message);
  }

  @Test
  void cellsThatTheRowDoesNotUseMayBeEmpty() {
    Map<String, String> row = row();
    row.put("ttl_s", "");
    row.put("loss_per_failed_request", "");

    assertThat(ScenarioTable.scenario(row).retries().limit()).isEmpty();
  }

  @Test
  void arrivalsReplaceTheGivenHitRates() {
    Map<String, String> row = row();
    row.put("hit_model", "poisson_from_write");
    row.put("h_b", "");
    row.put("ttl_s", "300");

    BreakEvenScenario scenario = ScenarioTable.scenario(row);

    assertThat(scenario.base().cache().hitRate())
        .isEqualTo(HitRate.poissonFromWrite(BigDecimal.valueOf(300)));
  }

  @Test
  void numbersHaveAtMostTwelveDecimalsAndNoExponent() {
    assertThat(AnswerTable.number(new BigDecimal("1e6"))).isEqualTo("1000000");
    assertThat(AnswerTable.number(new BigDecimal("0.0000000000005"))).isEqualTo("0");
    assertThat(AnswerTable.number(new BigDecimal("0.0000000000015"))).isEqualTo("0.000000000002");
    assertThat(AnswerTable.number(new BigDecimal("-1.50"))).isEqualTo("-1.5");
  }

  private static Map<String, String> row() {
    Map<String, String> row = new HashMap<>();
    ScenarioTable.COLUMNS.forEach(column -> row.put(column, "1"));
    row.putAll(
        Map.of(
            "cache_mode_b", "block128",
            "cache_mode_f", "none",
            "hit_model", "fixed",
            "S_b", "1700",
            "U_b", "800",
            "phi_b", "0",
            "phi_f", "0",
            "max_retries", "-1",
            "retrain_every_months", "0"));
    return row;
  }
}
