package dev.plumbline.pricing.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallAuditTest {

  private static final String USER = "{\"role\":\"user\",\"content\":\"hello\"}";
  private static final String ANSWER = "{\"role\":\"assistant\",\"content\":\"hi there\"}";
  private static final String SYSTEM = "{\"role\":\"system\",\"content\":\"Be brief.\"}";
  private static final String TOOLS =
      """
      "tools":[{"type":"function","function":{"name":"fly","parameters":{"type":"object",\
      "properties":{"height":{"type":"integer"},"way":{"type":"string","enum":["up","down"]},\
      "stops":{"type":"array","items":{"type":"number"}}},\
      "required":["height"],"additionalProperties":false}}}]""";

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

  @Test
  void toolsThatVaryAreSaidOnce() {
    String one = row(TOOLS, SYSTEM, USER, call("fly", "{\\\"height\\\":3}"));
    DatasetReport report = Files.read(Files.withGoodRows(one, one.replace("hello", "other")));
    assertThat(Files.objections(report)).containsExactly("WARNING TOOLS_VARY 0");
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

  private static String call(String name, String arguments) {
    return """
        {"role":"assistant","tool_calls":[{"id":"c1","type":"function",\
        "function":{"name":"%s","arguments":"%s"}}]}"""
        .formatted(name, arguments);
  }
}
