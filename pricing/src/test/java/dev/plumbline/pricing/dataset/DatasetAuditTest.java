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
  private static final String TOOLS =
      """
      "tools":[{"type":"function","function":{"name":"fly","parameters":{"type":"object",\
      "properties":{"height":{"type":"integer"},"way":{"type":"string","enum":["up","down"]},\
      "stops":{"type":"array","items":{"type":"number"}}},\
      "required":["height"],"additionalProperties":false}}}]""";

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

  @Test
  void aCallNeedsNoContentAndNoAnswerWhenItEndsTheRow() {
    assertObjections(row(TOOLS, SYSTEM, USER, call("fly", "{\\\"height\\\":3}")));
  }

  @ParameterizedTest
  @CsvSource({
    "land, '{}'",
    "fly, '{'",
    "fly, '7'",
    "fly, '{}'",
    "fly, '{\\\"height\\\":\\\"high\\\"}'",
    "fly, '{\\\"height\\\":1.5}'",
    "fly, '{\\\"height\\\":1,\\\"way\\\":\\\"left\\\"}'",
    "fly, '{\\\"height\\\":1,\\\"speed\\\":2}'",
    "fly, '{\\\"height\\\":1,\\\"stops\\\":[1,\\\"x\\\"]}'",
  })
  void callsMustFitTheirTools(String name, String arguments) {
    assertObjections(
        row(TOOLS, SYSTEM, USER, call(name, arguments)),
        "ERROR BAD_TOOL_CALL 101 messages[2].tool_calls",
        "WARNING TOOLS_VARY 0");
  }

  @Test
  void aCallThatIsFollowedMustBeAnswered() {
    String call = call("fly", "{\\\"height\\\":3}");
    String result = "{\"role\":\"tool\",\"tool_call_id\":\"%s\",\"content\":\"done\"}";
    assertObjections(row(TOOLS, SYSTEM, USER, call, result.formatted("c1"), ANSWER));
    assertThat(
            Files.objections(
                Files.read(
                    Files.withGoodRows(
                        row(TOOLS, SYSTEM, USER, call, result.formatted("other"), ANSWER)))))
        .contains("ERROR BAD_TOOL_CALL 101 messages[2].tool_calls");
  }

  @Test
  void parallelCallsMustBeTrueOrFalse() {
    assertObjections(
        "{\"parallel_tool_calls\":\"no\"," + row(SYSTEM, USER, ANSWER).substring(1),
        "ERROR BAD_TOOL_CALL 101 parallel_tool_calls");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"role\":\"user\",\"content\":\"x\"},{\"role\":\"assistant\",\"tool_calls\":7}]",
        "[{\"role\":\"user\",\"content\":\"x\"},{\"role\":\"assistant\",\"tool_calls\":[7]}]",
        "[{\"role\":\"user\",\"content\":\"x\"},{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\"}]}]",
        "[{\"role\":\"user\",\"content\":\"x\"},{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"f\"}}]}]",
        "[{\"role\":\"user\",\"content\":\"x\"},{\"role\":\"assistant\",\"function_call\":7}]",
      })
  void malformedCallsAreNamed(String messages) {
    DatasetReport report = Files.read(Files.withGoodRows("{\"messages\":" + messages + "}"));
    assertThat(report.findingCounts()).containsKey("BAD_TOOL_CALL");
    assertThat(report.rows()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "[7]", "[{}]", "[{\"type\":\"function\",\"function\":{}}]"})
  void malformedToolsAreNamed(String tools) {
    String row = "{\"tools\":" + tools + "," + row(SYSTEM, USER, ANSWER).substring(1);
    assertThat(Files.read(Files.withGoodRows(row)).findingCounts()).containsKey("BAD_TOOLS");
  }

  @Test
  void aCallWithoutIdIsNamed() {
    String call = call("fly", "{\\\"height\\\":3}").replace("\"id\":\"c1\",", "");
    assertThat(Files.objections(Files.read(Files.withGoodRows(row(TOOLS, SYSTEM, USER, call)))))
        .contains("ERROR BAD_TOOL_CALL 101 messages[2].tool_calls[0].id");
  }

  @Test
  void legacyFunctionsAreDeprecated() {
    String legacy =
        """
        {"functions":[{"name":"f"}],"messages":[{"role":"system","content":"Be brief."},\
        {"role":"user","content":"x"},\
        {"role":"assistant","content":null,"function_call":{"name":"f","arguments":"{}"}}]}""";
    assertThat(Files.objections(Files.read(Files.withGoodRows(legacy))))
        .containsExactly("WARNING DEPRECATED_FUNCTIONS 101 functions", "WARNING TOOLS_VARY 0");
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
  void rowsThatOnlyLookDifferentAreDuplicates() {
    String first = Files.chat("Grüße aus Köln!", "Straße");
    String second = Files.chat("  grüße, aus KÖLN", "STRASSE.");
    assertObjections2(first, second, "WARNING EXACT_DUPLICATE 102");
  }

  @Test
  void manyDuplicatesAreAnError() {
    String[] copies = new String[10];
    java.util.Arrays.fill(copies, Files.row(1));
    assertThat(Files.objections(Files.read(Files.withGoodRows(copies))))
        .contains("ERROR EXACT_DUPLICATE 0"); // 10 of 110 rows are more than 5 %
  }

  @Test
  void sameQuestionAboutAnotherImageIsNoDuplicate() {
    String image =
        """
        {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[\
        {"type":"text","text":"What is this?"},\
        {"type":"image_url","image_url":{"url":"https://example.com/%s.png","detail":"low"}}]},\
        {"role":"assistant","content":[{"type":"text","text":"A cat"}]}]}""";
    DatasetReport report =
        Files.read(
            Files.O200K.withImageModel("gpt-4o"),
            Files.withGoodRows(image.formatted("a"), image.formatted("b")));
    assertThat(Files.objections(report)).isEmpty();
    assertThat(report.tokens().images().tokens()).isEqualTo(2 * 85);
  }

  @Test
  void anotherAnswerToTheSameFreeQuestionIsToBeReviewed() {
    assertObjections2(
        Files.chat("Why?", "Because it rains a lot in the north, and wet roads are slow."),
        Files.chat("why", "No reason."),
        "WARNING CONTRADICTION 102");
  }

  @Test
  void anotherClassForTheSameInputIsAnError() {
    String[] rows = new String[102];
    for (int i = 0; i < 100; i++) {
      rows[i] = Files.chat("text number " + i, i % 2 == 0 ? "good" : "bad");
    }
    rows[100] = Files.chat("the same", "good");
    rows[101] = Files.chat("the same", "bad");
    assertThat(Files.objections(Files.read(rows))).containsExactly("ERROR CONTRADICTION 102");
  }

  @Test
  void oneClassThatOutweighsTheOthersIsSaid() {
    String[] rows = new String[100];
    for (int i = 0; i < 100; i++) {
      rows[i] = Files.chat("text number " + i, i < 91 ? "good" : "bad");
    }
    assertThat(Files.objections(Files.read(rows))).containsExactly("WARNING CLASS_IMBALANCE 0");
    rows[90] = Files.chat("text number 90", "bad"); // 90 % is not more than 90 %
    assertThat(Files.objections(Files.read(rows))).isEmpty();
  }

  @Test
  void aRareClassIsSaid() {
    String[] rows = new String[200];
    for (int i = 0; i < 200; i++) {
      // 5 classes: a fair share is 40 rows, a tenth of it 4
      rows[i] = Files.chat("text number " + i, i < 3 ? "rare" : "class " + i % 4);
    }
    assertThat(Files.objections(Files.read(rows))).containsExactly("WARNING CLASS_IMBALANCE 0");
  }

  @Test
  void toolsThatVaryAreSaidOnce() {
    String one = row(TOOLS, SYSTEM, USER, call("fly", "{\\\"height\\\":3}"));
    DatasetReport report = Files.read(Files.withGoodRows(one, one.replace("hello", "other")));
    assertThat(Files.objections(report)).containsExactly("WARNING TOOLS_VARY 0");
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

  @Test
  void rowsThatAreNoChatsAreCountedAndCompared() {
    DatasetReport report =
        Files.read(
            "{\"question\":\"Who?\",\"answer\":\"He\"}",
            "{\"question\":\"who\",\"answer\":\"he.\"}",
            "{\"question\":\"Who?\",\"answer\":\"She\"}");
    assertThat(report.format()).isEqualTo(DatasetFormat.NOT_CHAT);
    assertThat(report.rows()).isEqualTo(3);
    assertThat(report.findingCounts())
        .containsEntry("BAD_MESSAGES", 3L)
        .containsEntry("CONTRADICTION", 1L);
    assertThat(Files.objections(report)).contains("WARNING EXACT_DUPLICATE 2");
  }

  @Test
  void aValidationFileMustNotRepeatTheTraining() {
    DatasetReport training = Files.read(Files.withGoodRows());
    DatasetReport validation =
        Files.read(
            Files.O200K.forHoldoutOf(training.fingerprints()), Files.row(1_000), Files.row(7));
    assertThat(Files.objections(validation))
        .containsExactly("ERROR SPLIT_LEAK 2", "WARNING SMALL_HOLDOUT 0");
  }

  private static void assertObjections(String row, String... objections) {
    List<String> found = Files.objections(Files.read(Files.withGoodRows(row)));
    boolean tools = row.contains("\"tools\"") && objections.length == 0;
    assertThat(found).containsExactly(tools ? new String[] {"WARNING TOOLS_VARY 0"} : objections);
  }

  private static void assertObjections2(String first, String second, String... objections) {
    assertThat(Files.objections(Files.read(Files.withGoodRows(first, second))))
        .containsExactly(objections);
  }

  private static String row(String... parts) {
    boolean tools = parts[0].startsWith("\"tools\"");
    String messages =
        String.join(",", tools ? java.util.Arrays.copyOfRange(parts, 1, parts.length) : parts);
    return "{" + (tools ? parts[0] + "," : "") + "\"messages\":[" + messages + "]}";
  }

  private static String call(String name, String arguments) {
    return """
        {"role":"assistant","tool_calls":[{"id":"c1","type":"function",\
        "function":{"name":"%s","arguments":"%s"}}]}"""
        .formatted(name, arguments);
  }
}
