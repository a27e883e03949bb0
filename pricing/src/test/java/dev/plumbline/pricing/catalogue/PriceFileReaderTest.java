package dev.plumbline.pricing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.finding.Finding;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileReaderTest {

  private static final String HEADER =
      "provider,model,variant,fine_tuned,component,tier,context_above,amount,unit,currency,"
          + "valid_from,valid_to,recorded_on,superseded_on,source,certainty,remark\n";
  private static final String GOOD =
      "openai,gpt-x,,false,input,standard,272000,0.075,per_1m_tokens,USD,"
          + "2026-01-01,,2026-11-20,,portkey-2026-08,medium,a remark\n";

  @Test
  void aRowIsReadFieldByField() {
    ListPrice row = read(HEADER + GOOD).rows().get(0);

    assertThat(row.rate()).hasToString("0.075 USD per_1m_tokens");
    assertThat(row.contextAbove()).hasValue(272_000);
    assertThat(row.period()).hasToString("2026-01-01 to open");
    assertThat(row.recordedAt()).isEqualTo("2026-11-20T00:00:00Z");
    assertThat(row.seen()).contains(LocalDate.parse("2026-08-21"));
    assertThat(row.certainty()).isEqualTo(PriceCertainty.MEDIUM);
    assertThat(row.remark()).isEqualTo("a remark");
  }

  @ParameterizedTest
  @CsvSource({
    "openai,open ai,provider",
    "gpt-x,'',model",
    "false,maybe,fine_tuned",
    "input,inputs,component",
    "standard,fast,tier",
    "272000,272k,context_above",
    "0.075,7.5e-2,amount",
    "per_1m_tokens,per_token,unit",
    "USD,US$,currency",
    "2026-01-01,01.01.2026,valid_from",
    "portkey-2026-08,nobody,source",
    "medium,sure,certainty",
  })
  void aBadFieldIsNamedWithItsLineAndTheRestIsRead(String good, String bad, String field) {
    PriceFile file = read(HEADER + GOOD.replace(good, bad) + GOOD);

    Finding finding = file.findings().get(0);
    assertThat(finding.where()).hasToString("prices.csv:2 " + field);
    assertThat(finding.remedy()).isNotBlank();
    assertThat(file.rows()).hasSize(1);
  }

  @Test
  void aRowThatEndsBeforeItBeginsIsRefused() {
    PriceFile file = read(HEADER + GOOD.replace("2026-01-01,,", "2026-01-01,2025-01-01,"));

    assertThat(file.findings().get(0).message()).contains("must end after it begins");
  }

  @Test
  void aShortLineIsRefused() {
    assertThat(read(HEADER + "openai,gpt-x\n").findings().get(0).message())
        .contains("the line ends before it");
  }

  @Test
  void aFileWithoutItsColumnsIsRefused() {
    assertThat(read("model,amount\n").findings().get(0).where())
        .hasToString(
            "prices.csv:1 provider, variant, fine_tuned, component, tier, context_above, unit, currency, valid_from, valid_to, recorded_on, superseded_on, source, certainty, remark");
  }

  @Test
  void aFileWithTooManyBadLinesIsNotReadToItsEnd() {
    assertThat(read(HEADER + "x\n".repeat(500)).findings()).hasSize(101);
  }

  @Test
  void anUnclosedQuoteIsAFinding() {
    assertThat(read(HEADER + "\"openai").findings()).hasSize(1);
  }

  @Test
  void aCellHasALimit() {
    String longRemark = GOOD.replace("a remark", "x".repeat(1_001));

    assertThat(read(HEADER + longRemark).findings().get(0).message()).isEqualTo("is too long");
  }

  private static PriceFile read(String text) {
    return new PriceFileReader(PriceSources.bundled()).read("prices.csv", new StringReader(text));
  }
}
