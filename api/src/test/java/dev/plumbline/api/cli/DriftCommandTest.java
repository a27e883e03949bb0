package dev.plumbline.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lifecycle.drift.ArmObservations;
import dev.plumbline.lifecycle.drift.CycleObservations;
import dev.plumbline.lifecycle.drift.FamilyCounts;
import dev.plumbline.lifecycle.drift.MonitorSettings;
import dev.plumbline.lifecycle.drift.evidence.Evidence;
import dev.plumbline.lifecycle.drift.evidence.EvidenceWriter;
import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftCommandTest {

  @TempDir Path folder;

  @Test
  void pairsThatFailNowDiffer() throws IOException {
    String before = file("a.jsonl", passes(60, 0));
    String now = file("b.jsonl", passes(60, 20));

    var run =
        CommandLineRun.of("drift", "test", before, now, "--method", "mcnemar", "--format", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    // 20 of 20 differing pairs: p = 2 / 2^20
    assertThat(run.out())
        .contains("\"differs\" : true", "\"p\" : 1.9073486328125E-6")
        .contains("\"effect\" : -0.3333333333333333", "\"measure\" : \"pass-rate\"");
  }

  @ParameterizedTest
  @CsvSource({"mcnemar", "fisher", "two-proportion", "mmd", "logprob", "wilcoxon"})
  void theSameFileDoesNotDiffer(String method) throws IOException {
    String lines =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    """
                    {"prompt_id":%d,"response":"one","passed":true,"value":%d,"logprobs":{"a":-0.1}}
                    """
                        .formatted(i, i))
            .collect(Collectors.joining());
    String twice = method.equals("mmd") ? lines + lines : lines;
    String name = file("same.jsonl", twice);

    assertThat(CommandLineRun.of("drift", "test", name, name, "--method", method).exitCode())
        .isZero();
  }

  @Test
  void otherAnswersDifferAndTheSeedSaysWhichPermutations() throws IOException {
    String before = file("a.jsonl", answers("yes of course"));
    String now = file("b.jsonl", answers("no way at all"));
    String[] command = {
      "drift", "test", before, now, "--method", "mmd", "--seed", "9", "--permutations", "200"
    };

    var run = CommandLineRun.of(command);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("seed").isEqualTo(CommandLineRun.of(command).out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"prompt\":\"x\"}|mcnemar|not measurable: line 1 lacks passed",
        "{\"prompt\":\"x\",\"passed\":1}|fisher|line 1, passed: must be true or false",
        "{\"passed\":true}|mcnemar|line 1 lacks prompt_id or prompt",
        "{\"prompt\":\"x\",\"response\":\"y\"}|mmd|use a paired test",
        "{\"prompt\":\"x\",\"logprobs\":{\"a\":2}}|logprob|it cannot be above 0",
        "{\"prompt\":\"x\",\"tokens\":[1,-2]}|mmd|a token id is -2",
        "{\"prompt\":|mmd|line 1: not JSON",
        "{}|nothing|'nothing' is none of [mmd, logprob, mcnemar",
      })
  void whatCannotBeComparedIsSaid(String line, String method, String message) throws IOException {
    String name = file("bad.jsonl", line + "\n");

    var run = CommandLineRun.of("drift", "test", name, name, "--method", method);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aLineWithTwoAnswersToOnePromptIsNotPaired() throws IOException {
    String name = file("twice.jsonl", "{\"prompt\":\"x\",\"passed\":true}\n".repeat(2));

    assertThat(CommandLineRun.of("drift", "test", name, name, "--method", "mcnemar").err())
        .contains("lines 1 and 2 answer the same prompt");
  }

  @Test
  void aFileThatStatesWhatFollowsIsAccepted() throws IOException {
    String name = file("evidence.json", new String(EvidenceWriter.write(evidence()), UTF_8));

    var run = CommandLineRun.of("drift", "recompute", name);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("25 verdicts follow from the evidence; the last is suspected.");
  }

  @Test
  void aFileThatStatesSomethingElseIsRefused() throws IOException {
    String text = new String(EvidenceWriter.write(evidence()), UTF_8);
    String name = file("forged.json", text.replace("\"suspected\"", "\"ok\""));

    var run = CommandLineRun.of("drift", "recompute", name, "--format", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("\"follows\" : false", "\"stated\" : \"ok\"");
    var table = CommandLineRun.of("drift", "recompute", name);
    assertThat(table.out()).contains("verdicts[24].state", "sha256");
  }

  @Test
  void aFileThatIsNoEvidenceIsInvalid() throws IOException {
    var run = CommandLineRun.of("drift", "recompute", file("other.json", "{\"format\":\"x\"}"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("line 1, format: 'x' cannot be read here");
    assertThat(CommandLineRun.of("drift", "recompute", folder + "/none").exitCode()).isEqualTo(3);
    assertThat(CommandLineRun.of("drift").exitCode()).isEqualTo(2);
  }

  private static Evidence evidence() {
    return Evidence.of(
        "0.1.0",
        new TreeMap<>(),
        MonitorSettings.usual(7, new AlphaGrant(2026, 1, .05), 1e5),
        IntStream.range(0, 20).mapToObj(i -> cycle(i, 2)).toList(),
        IntStream.range(20, 45).mapToObj(i -> cycle(i, i < 44 ? 2 : 60)).toList());
  }

  private static CycleObservations cycle(int number, int failed) {
    return CycleObservations.of(
        number,
        Instant.parse("2026-01-01T09:00:00Z").plus(Duration.ofDays(number)),
        List.of(
            ArmObservations.ofFamilies(
                Arm.TARGET, "ft", List.of(new FamilyCounts("format", 100 - failed, failed)))));
  }

  private static String passes(int prompts, int failing) {
    return IntStream.range(0, prompts)
        .mapToObj(i -> "{\"prompt_id\":%d,\"passed\":%b}%n".formatted(i, i >= failing))
        .collect(Collectors.joining());
  }

  private static String answers(String text) {
    return IntStream.range(0, 60)
        .mapToObj(
            i -> "{\"prompt\":\"p%d\",\"response\":\"%s %d\"}%n".formatted(i % 6, text, i % 5))
        .collect(Collectors.joining());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
