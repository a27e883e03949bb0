package dev.plumbline.lifecycle.probe.check;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer must be like. */
public sealed interface Check {

  CheckResult of(ProbeAnswer answer);

  /** Its name in a suite's file. */
  String key();

  /** Its value in a suite's file. */
  JsonNode toJson();

  /** The text, but for space around it. */
  record Exact(String text) implements Check {

    public Exact {
      requireNonNull(text, "text");
    }

    @Override
    public CheckResult of(ProbeAnswer answer) {
      return answer.text().strip().equals(text.strip())
          ? CheckResult.passed()
          : CheckResult.failed("the answer is not the expected text");
    }

    @Override
    public String key() {
      return "exact";
    }

    @Override
    public JsonNode toJson() {
      return TextNode.valueOf(text);
    }
  }

  /** A regular expression is found in the text. */
  record Matches(LimitedPattern pattern) implements Check {

    public Matches {
      requireNonNull(pattern, "pattern");
    }

    @Override
    public CheckResult of(ProbeAnswer answer) {
      return pattern.in(answer.text());
    }

    @Override
    public String key() {
      return "regex";
    }

    @Override
    public JsonNode toJson() {
      return TextNode.valueOf(pattern.regex());
    }
  }

  /** The whole text is JSON that fits the schema. */
  record Schema(JsonSchema schema) implements Check {

    public Schema {
      requireNonNull(schema, "schema");
    }

    @Override
    public CheckResult of(ProbeAnswer answer) {
      return fits(schema, answer.text(), "the answer");
    }

    @Override
    public String key() {
      return "json_schema";
    }

    @Override
    public JsonNode toJson() {
      return schema.schema();
    }

    private static CheckResult fits(JsonSchema schema, String text, String what) {
      return ProbeJson.find(text)
          .map(
              value ->
                  schema
                      .objection(value)
                      .map(why -> CheckResult.failed(what + ": " + why))
                      .orElseGet(CheckResult::passed))
          .orElseGet(() -> CheckResult.failed(what + " is no JSON"));
    }
  }

  /** Exactly one tool is called, the right one, with arguments that fit. */
  record ToolCall(String name, Optional<JsonSchema> arguments) implements Check {

    public ToolCall {
      requireNonNull(name, "name");
      requireNonNull(arguments, "arguments");
    }

    @Override
    public CheckResult of(ProbeAnswer answer) {
      List<ProbeAnswer.Called> called = answer.tools();
      if (called.size() != 1 || !called.get(0).name().equals(name)) {
        return CheckResult.failed(
            "%s is to be called once, called were %s"
                .formatted(name, called.stream().map(ProbeAnswer.Called::name).toList()));
      }
      return arguments
          .map(schema -> Schema.fits(schema, called.get(0).arguments(), "the arguments"))
          .orElseGet(CheckResult::passed);
    }

    @Override
    public String key() {
      return "tool_call";
    }

    @Override
    public JsonNode toJson() {
      ObjectNode json = ProbeJson.object().put("name", name);
      arguments.ifPresent(schema -> json.set("arguments", schema.schema()));
      return json;
    }
  }

  /** The last number in the text, within a tolerance. */
  record Numeric(BigDecimal value, BigDecimal tolerance) implements Check {

    private static final Pattern NUMBER =
        Pattern.compile("[-+]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|[-+]?\\d{1,40}(?:\\.\\d{1,40})?");

    public Numeric {
      requireNonNull(value, "value");
      requireNonNull(tolerance, "tolerance");
      if (tolerance.signum() < 0) {
        throw new IllegalArgumentException("a tolerance is not negative: " + tolerance);
      }
    }

    @Override
    public CheckResult of(ProbeAnswer answer) {
      Matcher matcher = NUMBER.matcher(answer.text());
      Optional<BigDecimal> last = Optional.empty();
      while (matcher.find()) {
        last = Optional.of(new BigDecimal(matcher.group().replace(",", "")));
      }
      return last.map(this::within)
          .orElseGet(() -> CheckResult.failed("there is no number in the answer"));
    }

    private CheckResult within(BigDecimal number) {
      return number.subtract(value).abs().compareTo(tolerance) <= 0
          ? CheckResult.passed()
          : CheckResult.failed("%s is not %s ± %s".formatted(number, value, tolerance));
    }

    @Override
    public String key() {
      return "number";
    }

    @Override
    public JsonNode toJson() {
      return ProbeJson.object().put("value", value).put("tolerance", tolerance);
    }
  }

  /**
   * Whether the model refuses. By the provider's mark, or by how refusals usually begin, which is a
   * rule of thumb: the same for both sides of a comparison.
   */
  record Refusal(boolean expected) implements Check {

    private static final List<String> BEGINNINGS =
        List.of(
            "i can't",
            "i cannot",
            "i can not",
            "i won't",
            "i'm sorry",
            "i am sorry",
            "sorry,",
            "i'm unable",
            "i am unable",
            "i'm not able",
            "i am not able",
            "i must decline",
            "no, i can't");

    @Override
    public CheckResult of(ProbeAnswer answer) {
      String begin = answer.text().strip().replace('\u2019', '\'').toLowerCase(Locale.ROOT);
      boolean refused = answer.refused() || BEGINNINGS.stream().anyMatch(begin::startsWith);
      if (refused == expected) {
        return CheckResult.passed();
      }
      return CheckResult.failed(refused ? "the model refused" : "the model did not refuse");
    }

    @Override
    public String key() {
      return "refusal";
    }

    @Override
    public JsonNode toJson() {
      return BooleanNode.valueOf(expected);
    }
  }
}
