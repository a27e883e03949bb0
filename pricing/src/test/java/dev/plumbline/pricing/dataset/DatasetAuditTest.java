package dev.plumbline.pricing.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetAuditTest {

  private static final String USER = "{\"role\":\"user\",\"content\":\"hello\"}";
  private static final String ANSWER = "{\"role\":\"assistant\",\"content\":\"hi there\"}";
  private static final String SYSTEM = "{\"role\":\"system\",\"content\":\"Be brief.\"}";

  @ParameterizedTest
  @CsvSource({"1, ERROR", "9, ERROR", "10, WARNING", "49, WARNING"})
  void tooFewExamplesAreSaid(int rows, String severity) {
    String[] lines = new String[rows];
    for (int i = 0; i < rows; i++) {
      lines[i] = Files.row(i);
    }
    assertThat(Files.objections(Files.read(lines)))
        .containsExactly(severity + " TOO_FEW_EXAMPLES 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"messages\":[]}",
        "{\"messages\":\"x\"}",
        "{\"messages\":null}",
        "{\"messages\":[7]}",
        "{\"messages\":[{\"content\":\"x\"}]}",
        "{\"messages\":[{\"role\":7,\"content\":\"x\"}]}",
        "{\"question\":\"x\"}",
      })
  void rowsWithoutUsableMessagesAreRefused(String row) {
    DatasetReport report = Files.read(Files.withGoodRows(row));
    assertThat(Files.objections(report)).anyMatch(o -> o.startsWith("ERROR BAD_MESSAGES 101"));
    assertThat(report.rows()).isEqualTo(100);
  }

  @Test
  void anUnknownRoleIsAnErrorButCanBeCounted() {
    DatasetReport report =
        Files.read(
            Files.withGoodRows(
                row(SYSTEM, USER, "{\"role\":\"robot\",\"content\":\"x\"}", ANSWER)));
    assertThat(Files.objections(report)).containsExactly("ERROR BAD_MESSAGES 101 messages[2].role");
    assertThat(report.rows()).isEqualTo(101);
  }

  @Test
  void aRowMustEndWithTheAnswer() {
    assertObjections(row(SYSTEM, USER), "ERROR ASSISTANT_POSITION 101 messages");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"role\":\"user\"}', messages[1].content",
    "'{\"role\":\"user\",\"content\":7}', messages[1].content",
    "'{\"role\":\"user\",\"content\":[]}', messages[1].content",
    "'{\"role\":\"user\",\"content\":[7]}', messages[1].content[0]",
    "'{\"role\":\"user\",\"content\":[{\"type\":\"audio\"}]}', messages[1].content[0].type",
    "'{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}', messages[1].content[0].text",
    "'{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}', messages[1].content[0].image_url",
  })
  void contentThatIsNoTextOrPartsIsNamed(String message, String field) {
    DatasetReport report = Files.read(Files.withGoodRows(row(SYSTEM, message, ANSWER)));
    assertThat(Files.objections(report)).contains("ERROR BAD_CONTENT 101 " + field);
  }

  @ParameterizedTest
  @CsvSource({
    "assistant, 2, messages[2].weight",
    "assistant, true, messages[2].weight",
    "user, 1, messages[1].weight",
  })
  void weightsAreZeroOrOneOnAssistantMessages(String role, String weight, String field) {
    String row = row(SYSTEM, USER, ANSWER);
    String marked =
        row.replace("\"role\":\"" + role + "\"", "\"role\":\"" + role + "\",\"weight\":" + weight);
    assertObjections(marked, "ERROR BAD_WEIGHT 101 " + field);
  }

  @Test
  void oneAnswerMustHaveWeight() {
    String silent = ANSWER.replace("{", "{\"weight\":0,");
    assertObjections(row(SYSTEM, USER, silent), "ERROR BAD_WEIGHT 101 messages");
    assertObjections(row(SYSTEM, USER, silent, USER, ANSWER));
  }

  @Test
  void missingSystemAndUserMessagesAreInformation() {
    DatasetReport report =
        Files.read(Files.withGoodRows(row(USER, ANSWER), row(SYSTEM, ANSWER), row(ANSWER)));
    assertThat(Files.objections(report)).isEmpty();
    assertThat(report.findingCounts()).containsEntry("MISSING_SYSTEM_OR_USER", 3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "N/A", "noinput", "https://example.com/a"})
  void junkIsSaid(String text) {
    assertObjections(Files.chat(text, "fine"), "WARNING EMPTY_OR_JUNK 101 messages[1].content");
  }

  @Test
  void preferencePairsAreChecked() {
    String pair =
        """
        {"input":{"messages":[{"role":"system","content":"Be brief."},\
        {"role":"user","content":"%s"}]},\
        "preferred_output":[{"role":"assistant","content":"%s"}],\
        "non_preferred_output":[{"role":"assistant","content":"No."}]}""";
    String[] rows = new String[102];
    for (int i = 0; i < 100; i++) {
      rows[i] = pair.formatted("question " + i, "Yes " + i);
    }
    rows[100] = pair.formatted("same", "No.");
    rows[101] =
        pair.formatted("none", "x").replace("[{\"role\":\"assistant\",\"content\":\"No.\"}]", "[]");
    DatasetReport report = Files.read(rows);
    assertThat(report.format()).isEqualTo(DatasetFormat.DPO);
    assertThat(Files.objections(report))
        .contains("ERROR BAD_PREFERENCE_PAIR 101 non_preferred_output")
        .contains("ERROR BAD_MESSAGES 102 non_preferred_output")
        .contains("ERROR BAD_PREFERENCE_PAIR 102 non_preferred_output");
    assertThat(report.tokens().total().isExact()).isFalse(); // one answer billed, or both
    assertThat(report.otherAnswers().tokens()).isEqualTo(101 * (4 + 2)); // "No."
  }

  @Test
  void reinforcementRowsMustNotEndWithAnAnswer() {
    String row = "{\"reference\":\"7\",\"messages\":[" + SYSTEM + "," + USER + "]}";
    DatasetReport report = Files.read(row);
    assertThat(report.format()).isEqualTo(DatasetFormat.RFT);
    assertThat(report.findingCounts()).containsOnlyKeys("TOO_FEW_EXAMPLES");
    DatasetReport asked =
        Files.read(Files.O200K.withFormat(Optional.of(DatasetFormat.RFT)), Files.withGoodRows());
    assertThat(asked.findingCounts()).containsEntry("ASSISTANT_POSITION", 100L);
  }

  @Test
  void rowsOfAnotherFormatAreNotCounted() {
    String row = "{\"reference\":\"7\",\"messages\":[" + SYSTEM + "," + USER + "]}";
    DatasetReport report = Files.read(Files.withGoodRows(row));
    assertThat(Files.objections(report)).containsExactly("ERROR BAD_MESSAGES 0");
    assertThat(report.rows()).isEqualTo(100);
  }

  private static void assertObjections(String row, String... objections) {
    List<String> found = Files.objections(Files.read(Files.withGoodRows(row)));
    boolean tools = row.contains("\"tools\"") && objections.length == 0;
    assertThat(found).containsExactly(tools ? new String[] {"WARNING TOOLS_VARY 0"} : objections);
  }

  private static String row(String... parts) {
    boolean tools = parts[0].startsWith("\"tools\"");
    String messages =
        String.join(",", tools ? java.util.Arrays.copyOfRange(parts, 1, parts.length) : parts);
    return "{" + (tools ? parts[0] + "," : "") + "\"messages\":[" + messages + "]}";
  }
}
