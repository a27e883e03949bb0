package dev.plumbline.pricing.breakeven.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pricing.breakeven.BreakEvenAnalysis;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The known right answers: relative 1e-9 for fixed hit rates, 1e-6 for the numeric search. */
class BreakEvenCasesTest {

  private static final Set<String> EXACT =
      Set.of(
          "cached_tokens_b",
          "cached_tokens_f",
          "training_tokens_billed",
          "retrain_count",
          "verdict",
          "breakeven_requests_per_month_ceil",
          "payback_month_at_n_ref");
  private static final BigDecimal NEAR_ZERO = new BigDecimal("1e-12");

  static Stream<Arguments> cases() {
    return rows().stream().map(row -> Arguments.of(row.get("case_id"), row.toMap()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyFigureOfAKnownCaseHolds(String id, Map<String, String> row) {
    List<String> cells = AnswerTable.cells(BreakEvenAnalysis.of(ScenarioTable.scenario(row)));
    String tolerance = "poisson".equals(row.get("hit_model")) ? "1e-6" : "1e-9";

    for (int i = 0; i < cells.size(); i++) {
      String column = AnswerTable.COLUMNS.get(i);
      String expected = Objects.requireNonNull(row.get(column));
      if (EXACT.contains(column) || expected.isEmpty()) {
        assertThat(cells.get(i)).as(id + " " + column).isEqualTo(expected);
      } else {
        assertClose(id + " " + column, cells.get(i), new BigDecimal(expected), tolerance);
      }
    }
  }

  @Test
  void theTableHasTwelveCasesAndAllColumns() {
    assertThat(rows()).hasSize(12);
    assertThat(ScenarioTable.COLUMNS).hasSize(51);
    assertThat(AnswerTable.COLUMNS).hasSize(23);
    assertThat(rows().get(0).toMap()).containsKeys(ScenarioTable.COLUMNS.toArray(String[]::new));
  }

  private static void assertClose(
      String what, String actual, BigDecimal expected, String relative) {
    BigDecimal allowed = expected.abs().multiply(new BigDecimal(relative)).max(NEAR_ZERO);
    BigDecimal difference = new BigDecimal(actual).subtract(expected).abs();
    assertThat(difference).as("%s: %s for %s", what, actual, expected).isLessThanOrEqualTo(allowed);
  }

  private static List<CSVRecord> rows() {
    var stream =
        Objects.requireNonNull(BreakEvenCasesTest.class.getResourceAsStream("breakeven_cases.csv"));
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(reader)
          .getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
