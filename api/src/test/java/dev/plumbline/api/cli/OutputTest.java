package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputTest {

  private static final Table PRICES =
      Table.of("model", "price_usd", "since", "remark")
          .row("gpt-4o", new BigDecimal("2.50"), LocalDate.of(2024, 10, 2), Optional.empty())
          .row("a,b \"c\"", new BigDecimal("0.0000001"), Optional.empty(), "x | y\nz");

  @Test
  void aTableIsAlignedAndNumbersAreFlushRight() {
    assertThat(written(Format.TABLE, output -> output.table(PRICES)))
        .isEqualTo(
            """
            model    price usd  since       remark
            gpt-4o        2.50  2024-10-02
            a,b "c"  0.0000001              x | y z
            """);
  }

  @Test
  void jsonIsAnArrayOfObjectsWithNullForWhatIsAbsent() {
    assertThat(written(Format.JSON, output -> output.table(PRICES)))
        .isEqualTo(
            """
            [
              {
                "model" : "gpt-4o",
                "price_usd" : "2.50",
                "since" : "2024-10-02",
                "remark" : null
              },
              {
                "model" : "a,b \\"c\\"",
                "price_usd" : "0.0000001",
                "since" : null,
                "remark" : "x | y\\nz"
              }
            ]
            """);
  }

  @Test
  void csvFollowsRfc4180() {
    assertThat(written(Format.CSV, output -> output.table(PRICES)))
        .isEqualTo(
            "model,price_usd,since,remark\r\n"
                + "gpt-4o,2.50,2024-10-02,\r\n"
                + "\"a,b \"\"c\"\"\",0.0000001,,\"x | y\nz\"\r\n");
  }

  @Test
  void markdownEscapesWhatWouldEndACell() {
    assertThat(written(Format.MARKDOWN, output -> output.table(PRICES)))
        .isEqualTo(
            """
            | model | price usd | since | remark |
            | --- | ---: | --- | --- |
            | gpt-4o | 2.50 | 2024-10-02 |  |
            | a,b "c" | 0.0000001 |  | x \\| y z |
            """);
  }

  @Test
  void aRecordIsOneObjectInJsonAndOneLineAPartForPeople() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("tokens", 145983L);
    parts.put("notes", List.of("one", "two"));

    assertThat(written(Format.JSON, output -> output.record(parts)))
        .contains("\"tokens\" : 145983")
        .contains("\"one\",");
    assertThat(written(Format.TABLE, output -> output.record(parts)))
        .isEqualTo("name    value\ntokens  145983\nnotes   one; two\n");
  }

  @Test
  void sentencesAreForPeopleOnly() {
    assertThat(written(Format.TABLE, output -> output.sentence("It pays.")))
        .isEqualTo("It pays.\n");
    assertThat(written(Format.JSON, output -> output.sentence("It pays."))).isEmpty();
    assertThat(written(Format.CSV, output -> output.sentence("It pays."))).isEmpty();
  }

  @Test
  void aRowMustFillEveryColumn() {
    assertThatThrownBy(() -> Table.of("a", "b").row("x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void colourIsOnlyForThoseWhoAskedForIt() {
    StringWriter text = new StringWriter();
    new Output(new PrintWriter(text), Format.TABLE, true).table(Table.of("a").row("x"));

    assertThat(text.toString()).isEqualTo("\u001b[1ma\u001b[0m\nx\n");
  }

  private static String written(Format format, java.util.function.Consumer<Output> work) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    work.accept(new Output(out, format, false));
    out.flush();
    return text.toString();
  }
}
