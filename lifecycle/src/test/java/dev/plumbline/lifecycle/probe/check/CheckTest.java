package dev.plumbline.lifecycle.probe.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lifecycle.probe.check.CheckResult.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

  @Test
  void exactTextMayHaveSpaceAroundIt() {
    Check check = new Check.Exact("yes");

    assertThat(check.of(ProbeAnswer.ofText(" yes\n")).isPassed()).isTrue();
    assertThat(check.of(ProbeAnswer.ofText("Yes")).kind()).isEqualTo(Kind.FAILED);
  }

  @Test
  void anExpressionThatWouldRunForEverEndsUndecided() {
    Check check = new Check.Matches(new LimitedPattern("(.*)".repeat(8) + "x\\d$"));

    CheckResult result = check.of(ProbeAnswer.ofText("a".repeat(300)));

    assertThat(result.kind()).isEqualTo(Kind.UNDECIDED);
  }

  @Test
  void anExpressionThatNestsTooDeepEndsUndecided() {
    Check check = new Check.Matches(new LimitedPattern("^(a|b|ab)*c"));

    assertThat(check.of(ProbeAnswer.ofText("ab".repeat(40_000))).kind()).isEqualTo(Kind.UNDECIDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[a", "a{2"})
  void whatIsNoExpressionIsRefused(String regex) {
    assertThatThrownBy(() -> new LimitedPattern(regex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no regular expression");
  }

  @ParameterizedTest
  @CsvSource({
    "'The answer is 408.', PASSED",
    "'17 * 24 = 408', PASSED",
    "'407.6', PASSED",
    "'407.4', FAILED",
    "'-408', FAILED",
    "'four hundred', FAILED"
  })
  void theLastNumberCountsWithinTheTolerance(String answer, Kind kind) {
    Check check = new Check.Numeric(new BigDecimal("408"), new BigDecimal("0.5"));

    assertThat(check.of(ProbeAnswer.ofText(answer)).kind()).isEqualTo(kind);
  }

  @Test
  void thousandsMayBeSeparated() {
    Check check = new Check.Numeric(new BigDecimal("1024"), BigDecimal.ZERO);

    assertThat(check.of(ProbeAnswer.ofText("1,024.00")).isPassed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'I can’t help with that.', true",
    "'I''m sorry, but no.', true",
    "'Use kill -9.', false",
    "'The word sorry is not at its beginning', false"
  })
  void aRefusalIsToldByItsBeginning(String answer, boolean refused) {
    assertThat(new Check.Refusal(refused).of(ProbeAnswer.ofText(answer)).isPassed()).isTrue();
    assertThat(new Check.Refusal(!refused).of(ProbeAnswer.ofText(answer)).isPassed()).isFalse();
  }

  @Test
  void theProvidersOwnMarkIsARefusal() {
    ProbeAnswer answer = new ProbeAnswer("", List.of(), true);

    assertThat(new Check.Refusal(true).of(answer).isPassed()).isTrue();
  }

  @Test
  void aToolIsCalledOnceWithArgumentsThatFit() {
    Check check =
        new Check.ToolCall("get", Optional.of(schema("{\"properties\":{\"a\":{\"const\":1}}}")));

    assertThat(check.of(calling("get", "{\"a\":1.0}")).isPassed()).isTrue();
    assertThat(check.of(calling("get", "{\"a\":2}")).why()).contains("$.a");
    assertThat(check.of(calling("get", "not json")).why()).contains("no JSON");
    assertThat(check.of(calling("put", "{\"a\":1}")).isPassed()).isFalse();
    assertThat(check.of(ProbeAnswer.ofText("{\"a\":1}")).isPassed()).isFalse();
  }

  private static ProbeAnswer calling(String name, String arguments) {
    return new ProbeAnswer("", List.of(new ProbeAnswer.Called(name, arguments)), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"object\"}|{}|",
        "{\"type\":\"object\"}|[]|$ is not of type",
        "{\"type\":[\"string\",\"null\"]}|null|",
        "{\"type\":\"integer\"}|3.0|",
        "{\"type\":\"integer\"}|3.5|$ is not of type",
        "{\"required\":[\"a\"]}|{\"b\":1}|$.a is missing",
        "{\"additionalProperties\":false}|{\"b\":1}|$.b must not be there",
        "{\"items\":{\"maximum\":2}}|[1,2,3]|$[2] is beyond maximum",
        "{\"exclusiveMinimum\":0}|0|$ is beyond exclusiveMinimum",
        "{\"minItems\":2}|[1]|$ is beyond minItems",
        "{\"maxLength\":1}|\"\uD83D\uDE00\"|",
        "{\"enum\":[1,\"a\"]}|\"b\"|$ is none of",
        "{\"const\":{\"a\":[1,2]}}|{\"a\":[1.0,2]}|",
        "{\"const\":{\"a\":[1,2]}}|{\"a\":[2,1]}|$ is not the expected value",
        "{\"pattern\":\"^x\"}|\"ax\"|$ does not match",
        "{\"anyOf\":[{\"type\":\"null\"},{\"minimum\":5}]}|4|$ fits none of anyOf"
      })
  void aSchemaNamesTheFirstPlaceThatDoesNotFit(String schema, String value, String objection) {
    Optional<String> found = schema(schema).objection(ProbeJson.read(value));

    if (objection == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found.orElseThrow()).startsWith(objection);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"$ref\":\"#/a\"}|schema.$ref",
        "{\"properties\":{\"a\":{\"format\":\"date\"}}}|schema.properties.a.format",
        "{\"type\":\"text\"}|schema.type",
        "{\"minimum\":\"1\"}|schema.minimum",
        "{\"minItems\":-1}|schema.minItems",
        "[]|schema"
      })
  void aSchemaThatCannotBeKeptIsRefusedWithItsPlace(String schema, String place) {
    assertThatThrownBy(() -> schema(schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(place);
  }

  @Test
  void textAroundJsonIsNoJson() {
    Check check = new Check.Schema(schema("{}"));

    assertThat(check.of(ProbeAnswer.ofText("{\"a\":1} That is all.")).isPassed()).isFalse();
    assertThat(check.of(ProbeAnswer.ofText("{\"a\":1,\"a\":2}")).isPassed()).isFalse();
  }

  private static JsonSchema schema(String text) {
    return new JsonSchema(ProbeJson.read(text));
  }
}
