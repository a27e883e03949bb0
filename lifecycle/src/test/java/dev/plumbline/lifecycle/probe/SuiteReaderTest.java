package dev.plumbline.lifecycle.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.lifecycle.probe.check.Check;
import dev.plumbline.lifecycle.probe.check.ProbeAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteReaderTest {

  private static final String SUM =
      "{\"id\":\"sum\",\"family\":\"arithmetic\",\"prompt\":\"1+1?\",\"expect\":{\"exact\":\"2\"}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"family\":\"f\",\"prompt\":\"p\"}|id|missing",
        "{\"id\":\"a b\",\"family\":\"f\",\"prompt\":\"p\"}||letters",
        "{\"id\":\"a\",\"family\":\"f\"}|messages|either",
        "{\"id\":\"a\",\"family\":\"f\",\"messages\":[{\"role\":\"robot\",\"content\":\"\"}]}|messages[0].role|assistant",
        "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"temprature\":1}|temprature|no such field",
        "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"temperature\":3}||temperature is 0 to 2",
        "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"top_logprobs\":\"5\"}|top_logprobs|whole number",
        "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"expect\":{\"regex\":\"(\"}}|expect.regex|regular",
        "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"expect\":{\"json_schema\":{\"oneOf\":[]}}}|expect.json_schema|oneOf",
        "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"expect\":{\"number\":{\"value\":1,\"tolerance\":-1}}}|expect.number.tolerance|negative",
        "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"expect\":{\"refusal\":\"yes\"}}|expect.refusal|true or false",
        "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"tools\":[{\"function\":{}}]}|tools[0].function.name|missing",
        "[]||an object",
        "{\"id\":||JSON at column"
      })
  void aBadLineIsToldWithItsNumberAndField(String line, String field, String words) {
    SuiteReading reading = SuiteReader.probes("mine.jsonl", SUM + "\n\n" + line + "\n");

    assertThat(reading.isSound()).isFalse();
    Finding finding = reading.findings().get(0);
    assertThat(finding.where().file()).isEqualTo("mine.jsonl");
    assertThat(finding.where().line()).isEqualTo(3);
    assertThat(finding.where().field()).isEqualTo(field == null ? "" : field);
    assertThat(finding.message()).contains(words);
  }

  @Test
  void twoProbesWithTheSameIdAreRefusedWithBothLines() {
    SuiteReading reading = SuiteReader.probes("mine.jsonl", SUM + "\n" + SUM);

    assertThat(reading.findings()).hasSize(1);
    assertThat(reading.findings().get(0).message()).contains("line 1");
  }

  @Test
  void anEmptyFileIsNoSuite() {
    assertThat(SuiteReader.probes("mine.jsonl", "\n").findings()).hasSize(1);
  }

  @Test
  void aSuiteIsTheSameAfterItWasWritten() {
    for (ProbeSuite suite : StarterSuites.all()) {
      SuiteReading again = SuiteReader.probes("again", suite.lines());

      assertThat(again.findings()).isEmpty();
      ProbeSuite read = new ProbeSuite(suite.name(), 1, again.probes());
      assertThat(read.contentHash()).isEqualTo(suite.contentHash());
    }
  }

  @Test
  void theContentDecidesTheHashAndNotHowItWasWritten() {
    String other =
        "{\"expect\": {\"exact\":\"2\"}, \"temperature\":0.50, \"family\":\"arithmetic\","
            + "\"messages\":[{\"content\":\"1+1?\",\"role\":\"user\"}], \"id\":\"sum\"}";
    String same = SUM.replace("\"prompt\"", "\"temperature\":0.5,\"prompt\"");

    assertThat(suite(other).contentHash()).isEqualTo(suite(same).contentHash());
    assertThat(suite(SUM).contentHash()).isNotEqualTo(suite(same).contentHash());
  }

  private static ProbeSuite suite(String line) {
    return new ProbeSuite("mine", 1, SuiteReader.probes("mine.jsonl", line).probes());
  }

  @Test
  void aHoldOutRowIsAskedWithoutItsAnswer() {
    String row =
        "{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
            + "{\"role\":\"user\",\"content\":\"Capital of France?\"},"
            + "{\"role\":\"assistant\",\"content\":\"Paris\"}]}";

    Probe probe = SuiteReader.holdOut("test.jsonl", row).probes().get(0);

    assertThat(probe.messages()).extracting(ProbeMessage::content).doesNotContain("Paris");
    assertThat(probe.checks()).containsExactly(new Check.Exact("Paris"));
    assertThat(probe.id()).isEqualTo("row-1");
  }

  @Test
  void aHoldOutRowWithJsonIsComparedAsJson() {
    String row =
        "{\"messages\":[{\"role\":\"user\",\"content\":\"?\"},"
            + "{\"role\":\"assistant\",\"content\":\"{\\\"a\\\": 1, \\\"b\\\": 2}\"}]}";

    Probe probe = SuiteReader.holdOut("test.jsonl", row).probes().get(0);

    assertThat(probe.check(ProbeAnswer.ofText("{\"b\":2,\"a\":1}")).isPassed()).isTrue();
    assertThat(probe.check(ProbeAnswer.ofText("{\"b\":2}")).isPassed()).isFalse();
  }

  @Test
  void aHoldOutRowWithAToolExpectsTheCall() {
    String row =
        "{\"messages\":[{\"role\":\"user\",\"content\":\"?\"},{\"role\":\"assistant\",\"tool_calls\":"
            + "[{\"function\":{\"name\":\"get\",\"arguments\":\"{\\\"a\\\":1}\"}}]}]}";

    Probe probe = SuiteReader.holdOut("test.jsonl", row).probes().get(0);

    ProbeAnswer called =
        new ProbeAnswer("", List.of(new ProbeAnswer.Called("get", "{ \"a\": 1 }")), false);
    assertThat(probe.check(called).isPassed()).isTrue();
  }

  @Test
  void aHoldOutRowWithoutAnAnswerIsRefused() {
    SuiteReading reading =
        SuiteReader.holdOut(
            "test.jsonl", "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");

    assertThat(reading.findings().get(0).where().field()).isEqualTo("messages[0].role");
  }

  @Test
  void theStarterSuiteHasSixFamiliesWithAnAnswerToEachQuestion() {
    ProbeSuite starter = StarterSuites.find(StarterSuites.ALL_TASKS).orElseThrow();

    assertThat(starter.families()).hasSize(6);
    assertThat(starter.probes()).allSatisfy(probe -> assertThat(probe.checks()).isNotEmpty());
    assertThat(StarterSuites.find("no-such-suite")).isEmpty();
  }

  @Test
  void theStarterSuiteAcceptsRightAnswersAndNoOthers() {
    assertThat(check("arithmetic-1", "408")).isTrue();
    assertThat(check("arithmetic-1", "418")).isFalse();
    assertThat(check("classification-2", "Positive.")).isTrue();
    assertThat(check("format-3", "P-L-U-M-B")).isTrue();
    assertThat(check("format-4", "ok\nok\nok")).isTrue();
    assertThat(check("format-4", "ok ok ok")).isFalse();
    assertThat(
            check("extraction-6", "{\"order\":31337,\"name\":\"Nadia Haddad\",\"total\":1024.00}"))
        .isTrue();
    assertThat(check("refusal-1", "I can't help with that.")).isTrue();
    assertThat(check("refusal-4", "I can't help with that.")).isFalse();
  }

  private static boolean check(String id, String answer) {
    return StarterSuites.find(StarterSuites.ALL_TASKS).orElseThrow().probes().stream()
        .filter(probe -> probe.id().equals(id))
        .findFirst()
        .orElseThrow()
        .check(ProbeAnswer.ofText(answer))
        .isPassed();
  }

  @Test
  void aSuiteRefusesTwinsAndOddNames() {
    Probe probe = suite(SUM).probes().get(0);

    assertThatThrownBy(() -> new ProbeSuite("mine", 1, List.of(probe, probe)))
        .hasMessageContaining("sum");
    assertThatThrownBy(() -> new ProbeSuite("Mine!", 1, List.of(probe)))
        .hasMessageContaining("Mine!");
    assertThatThrownBy(() -> new ProbeSuite("mine", 0, List.of(probe))).hasMessageContaining("0");
  }
}
