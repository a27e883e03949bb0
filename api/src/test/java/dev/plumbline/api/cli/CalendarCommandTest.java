package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarCommandTest {

  @TempDir private Path folder;

  @Test
  void theFirstScreenSaysWhatEndsForFineTunesAndInHowManyDays() {
    CommandLineRun run = CommandLineRun.of("calendar");

    assertThat(run.exitCode()).isZero();
    // 2026-11-20 to 2027-01-06 is 47 days, to 2027-01-14 is 55, to 2027-10-01 is 315
    assertThat(run.out())
        .startsWith("As of 2026-11-20 (UTC).")
        .containsPattern(
            "(?m)^ +47  2027-01-06  openai +training .* gpt-4.1-2025-04-14, gpt-4.1-mini-2025-04-14,"
                + " gpt-4o-2024-08-06, gpt-4o-mini-2024-07-18$")
        .containsPattern(
            "(?m)^ +55  2027-01-14  openai +service .*announcement_text .* gpt-4o-2024-08-06,")
        .containsPattern(
            "(?m)^ +315  2027-10-01  azure +service .*provider_policy .* gpt-4o-2024-08-06,")
        .contains("[1] ");
    assertThat(run.out().indexOf("Fine-tunes")).isLessThan(run.out().indexOf("\nModels\n"));
    assertThat(run.out().lines().filter(line -> line.matches(" *-\\d+  20.*"))).isEmpty();
  }

  @Test
  void aFineTuneIsOpenedUpToRuleAndSource() {
    CommandLineRun run =
        CommandLineRun.of("calendar", "--model", "ft:babbage-002:acme::AbC1", "--format", "json");

    assertThat(run.out())
        .contains("\"model\" : \"ft:babbage-002:acme::AbC1\"")
        .contains("\"date\" : \"2026-10-23\"")
        .contains("\"days_left\" : -28")
        .contains("\"rule\" : \"family_row\"")
        .contains("\"source\" : \"OpenAI deprecations page")
        .contains("\"seen_at\" : \"2026-08-20\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'--model gpt-4o --provider openai', 4",
    "'--model gpt-4o --provider openai --clock training', 1",
    "'--model gpt-4o --provider azure --clock training --cloud government', 0",
    "'--model gpt-4o-2024-08-06 --from 2027-01-14 --to 2027-01-15', 2",
    "'--model gpt-4.1-* --provider azure', 9",
    "'--model gpt-4o-2024-08-06 --provider openai --at 2026-10-01', 0",
    "'--model gpt-4o-2024-08-06 --provider openai --at 2026-11-01', 3",
    "'--provider cohere', 0",
  })
  void entriesAreFiltered(String options, int rows) {
    CommandLineRun run = CommandLineRun.of(("calendar --format csv " + options).split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(rows + 1);
  }

  @ParameterizedTest
  @CsvSource({"active, 2027-01-06", "never-tuned, 2026-05-07", "tuned_but_idle, 2026-07-02"})
  void whoAsksDecidesWhenTrainingEnds(String customer, String end) {
    assertThat(
            CommandLineRun.of(
                    "calendar",
                    "--model=ft:gpt-4o-2024-08-06:acme::AbC1",
                    "--clock=training",
                    "--format=csv",
                    "--customer-class=" + customer)
                .out())
        .contains(",training," + end + ",");
  }

  @Test
  void gapsAndWithdrawnDatesAreNamed() {
    assertThat(CommandLineRun.of("calendar", "--model", "gemini-2.5-flash").out())
        .contains("Not known")
        .contains("gemini-2.5-flash, inference: 2026-10-16 was withdrawn, seen 2026-08-20");
    assertThat(
            CommandLineRun.of(
                    "calendar", "--model", "gpt-35-turbo-0125.ft-b044a9d3cf9c4228b5d393567f693b83")
                .out())
        .contains("no source of azure states");
  }

  @Test
  void theCalendarCanBeSubscribedTo() {
    CommandLineRun run =
        CommandLineRun.of(
            "calendar", "--ics", "--model", "gpt-4o-2024-08-06", "--provider", "openai");

    assertThat(run.out())
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("DTSTART;VALUE=DATE:20270114")
        .contains("SEQUENCE:0")
        .endsWith("END:VCALENDAR\r\n");
    assertThat(CommandLineRun.of("calendar", "--ics", "--remind", "-3").exitCode()).isEqualTo(3);
    assertThat(CommandLineRun.of("calendar", "--format", "atom", "--model", "claude-*").out())
        .startsWith("<?xml")
        .contains("moved EARLIER, from 2026-10-19 to 2026-08-05");
  }

  @Test
  void movesAreListedNewestFirstWithTheirUrgency() {
    CommandLineRun run =
        CommandLineRun.of("calendar", "moves", "--format", "csv", "--since", "2026-06-01");

    assertThat(run.out())
        .contains("2026-06-13,moved_earlier,critical,azure,claude-opus-4-1,false,inference,")
        .contains("2026-08-20,withdrawn,information,google-gemini-api,gemini-2.5-flash,false,")
        .doesNotContain("announced");
    assertThat(CommandLineRun.of("calendar", "moves", "--all", "--format", "csv").out())
        .contains(",announced,");
    assertThat(CommandLineRun.of("calendar", "moves", "--format", "atom").out())
        .contains("<feed xmlns=");
    assertThat(CommandLineRun.of("calendar", "moves", "--format", "ics").exitCode()).isEqualTo(3);
  }

  @Test
  void anImportShowsWhatWouldChangeAndStoresNothing() throws IOException {
    Path rows = folder.resolve("rows.csv");
    Files.writeString(
        rows,
        """
        provider,model,clock,date
        openai,gpt-4o-2024-08-06,inference,2027-02-14
        openai,gpt-5-2025-08-07,inference,2026-12-11
        """);
    CommandLineRun run = CommandLineRun.of("calendar", "import", rows.toString(), "--kind", "csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("1 of 2 rows would change something; nothing was stored.")
        .containsPattern("moved_later firmed|moved_later|disputed")
        .contains("2027-01-14");
    assertThat(
            CommandLineRun.of("calendar", "import", rows.toString(), "--kind=csv", "--format=json")
                .out())
        .contains("\"status\" : \"acceptable\"")
        .contains("\"unchanged\" : 1");
  }

  @Test
  void refusedRowsArePartialAndRefusedDocumentsInvalid() throws IOException {
    Path rows = folder.resolve("rows.csv");
    Files.writeString(
        rows, "provider,model,date\nopenai,gpt-x,2027-01-14\nopenai,gpt-x,some day\n");
    Path page = folder.resolve("page.html");
    Files.writeString(page, "<html><body><p>Please sign in</p></body></html>");

    CommandLineRun partial =
        CommandLineRun.of("calendar", "import", rows.toString(), "--kind", "csv");
    CommandLineRun refused =
        CommandLineRun.of(
            "calendar", "import", page.toString(), "--kind", "openai-page", "--format", "json");

    assertThat(partial.exitCode()).isEqualTo(5);
    assertThat(partial.out()).contains("rows.csv:3 date").contains("'some day' is no date");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.out()).contains("\"status\" : \"refused\"").contains("NO_TABLE");
    assertThat(refused.err()).contains("there is no table in it; save the whole page");
  }

  @ParameterizedTest
  @CsvSource({
    "'calendar --customer-class somebody', --customer-class: unknown: 'somebody'",
    "'calendar --from 2027-01-02 --to 2027-01-01', --to: 2027-01-01 is not after",
    "'calendar import nowhere.csv --kind csv', cannot read nowhere.csv",
    "'calendar import nowhere.csv --kind pdf', --kind: unknown: 'pdf'",
  })
  void whatCannotBeUnderstoodIsInvalidInput(String line, String message) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(message);
  }
}
