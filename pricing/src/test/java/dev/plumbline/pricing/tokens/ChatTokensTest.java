package dev.plumbline.pricing.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTokensTest {

  private static final ChatTokens TOKENS =
      new ChatTokens(TokenCounters.bundled().forEncoding(Encoding.O200K_BASE));

  static Stream<JsonObject> toolVectors() {
    return TestVectors.objects("tool_token_vectors.jsonl").stream();
  }

  @ParameterizedTest
  @MethodSource("toolVectors")
  void publishedCountsOfRequestsHold(JsonObject vector) {
    TokenCount count = count(vector.findObject("request").orElseThrow());
    assertThat(count)
        .as("%s", vector.findText("id"))
        .isEqualTo(TokenCount.exact(TestVectors.number(vector, "expected_prompt_tokens")));
  }

  @Test
  void allToolVectorsAreThere() {
    assertThat(toolVectors()).hasSize(18);
  }

  @Test
  void modernToolsCountLikeLegacyFunctions() {
    // fc14: 36 tokens with functions and function_call
    assertThat(
            count(
                """
                {"messages":[{"role":"user","content":"hello"}],
                 "tools":[{"type":"function","function":{"name":"foo","parameters":{"type":"object","properties":{}}}}],
                 "tool_choice":{"type":"function","function":{"name":"foo"}}}"""))
        .isEqualTo(TokenCount.exact(36));
  }

  @Test
  void forbiddingToolsCostsOneToken() {
    // fc11 has 31 tokens without a choice
    assertThat(
            count(
                """
                {"messages":[{"role":"user","content":"hello"}],
                 "functions":[{"name":"foo","parameters":{"type":"object","properties":{}}}],
                 "function_call":"none"}"""))
        .isEqualTo(TokenCount.exact(32));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"messages\":[{\"role\":\"developer\",\"content\":\"hello\"}]}",
        "{\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":\"hello\"}]}",
        "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":["
            + "{\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}},"
            + "{\"id\":\"b\",\"type\":\"function\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}}]}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}],\"functions\":[{\"name\":\"f\","
            + "\"parameters\":{\"type\":\"object\",\"properties\":{\"x\":{\"anyOf\":[{\"type\":\"string\"}]}}}}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}],\"functions\":[{\"name\":\"f\","
            + "\"parameters\":{\"type\":\"object\",\"properties\":{\"x\":{\"$ref\":\"#/y\"}}}}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}],\"tool_choice\":\"required\"}",
      })
  void shapesThatNobodyConfirmedAreEstimates(String request) {
    assertThat(count(request).isExact()).isFalse();
    assertThat(count(request).tokens()).isPositive();
  }

  @Test
  void aNameCostsItsTokensAndOne() {
    TokenCount without = count("{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}");
    TokenCount with =
        count("{\"messages\":[{\"role\":\"user\",\"name\":\"bob\",\"content\":\"hello\"}]}");
    assertThat(with.tokens() - without.tokens()).isEqualTo(2); // "bob" is one token
  }

  @Test
  void theRenderingDropsDescriptionsOfNestedProperties() {
    ToolDefinition tool =
        new ToolDefinition(
            "order",
            "Places an order",
            java.util.Optional.of(
                TestVectors.object(
                    """
                    {"type":"object","required":["item"],"properties":{
                      "item":{"type":"object","description":"What","properties":{
                        "sku":{"type":"string","description":"dropped"}}},
                      "count":{"type":"integer","enum":[1,2]},
                      "tags":{"type":"array"},
                      "gone":{"type":"null"},
                      "mode":{"type":"string","enum":["a\\"b","c"]}}}""")));
    assertThat(ToolRendering.of(List.of(tool)).text())
        .isEqualTo(
            """
            namespace functions {

            // Places an order
            type order = (_: {
            // What
            item: {
              sku?: string,
            },
            count?: 1 | 2,
            tags?: any[],
            gone?: null,
            mode?: "a\\"b" | "c",
            }) => any;

            } // namespace functions""");
  }

  private static TokenCount count(String request) {
    return count(TestVectors.object(request));
  }

  private static TokenCount count(JsonObject request) {
    ChatReader reader =
        new ChatReader(
            fault -> {
              throw new AssertionError(fault.toString());
            });
    return TOKENS.promptTokens(reader.conversation(request));
  }
}
