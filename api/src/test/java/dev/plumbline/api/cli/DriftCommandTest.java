package dev.plumbline.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lifecycle.drift.ArmObservations;
import dev.plumbline.lifecycle.drift.CycleObservations;
import dev.plumbline.lifecycle.drift.FamilyCounts;
import dev.plumbline.lifecycle.drift.MonitorSettings;
import dev.plumbline.lifecycle.drift.evidence.Evidence;
import dev.plumbline.lifecycle.drift.evidence.EvidenceWriter;
import dev.plumbline.lifecycle.drift.evidence.FileSignature;
import dev.plumbline.lifecycle.drift.evidence.LifecycleFact;
import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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
  void aSignatureIsCheckedAndWhoseKeyItIs() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String text = new String(EvidenceWriter.write(evidence(), signer(pair)), UTF_8);
    String name = file("signed.json", text);
    String own = pem("own.pem", pair.getPublic());
    String other =
        pem("other.pem", KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());

    assertThat(new String(EvidenceWriter.write(evidence(), signer(pair)), UTF_8)).isEqualTo(text);
    var run = CommandLineRun.of("drift", "recompute", name);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("The signature holds by the file's own key");
    assertThat(CommandLineRun.of("drift", "recompute", name, "--public-key", own).out())
        .contains("which was named");
    assertThat(CommandLineRun.of("drift", "recompute", name, "--public-key", own).exitCode())
        .isZero();
    var stranger =
        CommandLineRun.of("drift", "recompute", name, "--public-key", other, "--format", "json");
    assertThat(stranger.exitCode()).isEqualTo(1);
    assertThat(stranger.out()).contains("\"signature\" : \"stranger\"");
    var unsigned =
        CommandLineRun.of(
            "drift",
            "recompute",
            file("unsigned.json", new String(EvidenceWriter.write(evidence()), UTF_8)),
            "--public-key",
            own);
    assertThat(unsigned.exitCode()).isEqualTo(1);
    assertThat(unsigned.out()).contains("not signed");
  }

  @Test
  void everyChangedByteEndsWithAFailure() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String text = new String(EvidenceWriter.write(evidence(), signer(pair)), UTF_8);
    for (int i = 0; i < 25; i++) {
      int place = (int) ((long) i * (text.length() - 1) / 24);
      char changed = text.charAt(place) == ' ' ? '\t' : text.charAt(place) == '\n' ? ' ' : ' ';
      String forged = text.substring(0, place) + changed + text.substring(place + 1);
      assertThat(CommandLineRun.of("drift", "recompute", file("c.json", forged)).exitCode())
          .as("byte %d", place)
          .isIn(1, 3);
    }
    int last = text.indexOf("\"signature\" : \"") + 20;
    char other = text.charAt(last) == 'A' ? 'B' : 'A';
    String forged = text.substring(0, last) + other + text.substring(last + 1);
    var run = CommandLineRun.of("drift", "recompute", file("s.json", forged));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("The signature does not hold");
  }

  @Test
  void theReportIsTheSameTextForTheSameFile() throws IOException {
    Evidence evidence =
        evidence()
            .with(
                List.of(
                    LifecycleFact.known("ft", "end of inference", "2027-01-14", "secondary", "p|q"),
                    LifecycleFact.unknown("ft", "end of training", "nobody <b>says</b> it")));
    String name = file("report.json", new String(EvidenceWriter.write(evidence), UTF_8));

    var run = CommandLineRun.of("drift", "recompute", name, "--format", "markdown");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(CommandLineRun.of("drift", "recompute", name, "--format", "markdown").out())
        .contains("# Evidence of drift", "- **state**: suspected", "## Signals of the last cycle")
        .contains("| ft | end of inference | 2027-01-14 | secondary | p\\|q |")
        .contains("| ft | end of training | unknown | – | nobody &lt;b>says&lt;/b> it |")
        .contains("## Known limits", "is measured, not proven", "**seed**: 7", "## Check");
  }

  private static Function<byte[], Optional<FileSignature>> signer(KeyPair pair) {
    return statement -> {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(statement);
        byte[] key = pair.getPublic().getEncoded();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
        return Optional.of(
            new FileSignature(
                HexFormat.of().formatHex(hash, 0, 8),
                Base64.getEncoder().encodeToString(key),
                Base64.getEncoder().encodeToString(signature.sign())));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private String pem(String name, PublicKey key) throws IOException {
    return file(
        name,
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
            .formatted(Base64.getEncoder().encodeToString(key.getEncoded())));
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
