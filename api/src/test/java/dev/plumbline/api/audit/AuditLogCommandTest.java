package dev.plumbline.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.cli.CommandLineRun;
import dev.plumbline.api.organisations.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumbline audit-log verify} on files, without a server. */
class AuditLogCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;

  @Test
  void anUntouchedFileIsIntactAndSaysWhatItCannotShow() throws IOException {
    CommandLineRun run = CommandLineRun.of("audit-log", "verify", file(lines(12)));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("intact: 12 entries, head 12 " + SomeTrail.of(12).get(11).hash());
    assertThat(run.err()).contains("no earlier head given");
  }

  @Test
  void everyKindOfTamperingIsNamed() throws IOException {
    List<String> edited = lines(12);
    edited.set(4, edited.get(4).replace("override.created", "override.ended"));
    assertThat(tampered(edited)).contains("edited", "entry 5 does not give its hash");

    List<String> deleted = lines(12);
    deleted.remove(6);
    assertThat(tampered(deleted)).contains("deleted", "entry 7 is not there");

    List<String> swapped = lines(12);
    Collections.swap(swapped, 2, 3);
    assertThat(tampered(swapped)).contains("reordered", "entry 3 stands behind entry 4");

    List<String> twice = lines(12);
    twice.add(5, twice.get(4));
    assertThat(tampered(twice)).contains("inserted", "entry 5 is there twice");
  }

  @Test
  void aTailThatWasCutIsFoundWithAnExportedHeadOnly() throws IOException {
    String cut = file(lines(9));
    assertThat(CommandLineRun.of("audit-log", "verify", cut).exitCode()).isZero();

    CommandLineRun run =
        CommandLineRun.of(
            "audit-log", "verify", cut, "--head", head(12), "--public-key", publicKey());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("cut-off", "the trail ends at entry 9");
  }

  @Test
  void aHeadOfAnotherKeyIsNotBelieved() throws IOException {
    String head = head(12);
    Path strangers = directory.resolve("other.pem");
    new SigningKeyFile(strangers).keys();
    CommandLineRun run =
        CommandLineRun.of(
            "audit-log",
            "verify",
            file(lines(12)),
            "--head",
            head,
            "--public-key",
            strangers.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("head-forged");
  }

  @Test
  void theReportIsJsonForPrograms() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "audit-log", "verify", file(lines(9)), "--head", head(12), "--format", "json");
    assertThat(JSON.readTree(run.out()).path("intact").asBoolean()).isFalse();
    assertThat(JSON.readTree(run.out()).path("found").path(0).path("kind").asText())
        .isEqualTo("cut-off");
  }

  @Test
  void whatIsNoTrailIsRefusedWithItsLine() throws IOException {
    List<String> broken = lines(3);
    broken.set(1, "{\"number\":2}");
    CommandLineRun run = CommandLineRun.of("audit-log", "verify", file(broken));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("line 2: the field organisation is missing");
    assertThat(CommandLineRun.of("audit-log", "verify", "nowhere.jsonl").exitCode()).isEqualTo(3);
  }

  @Test
  void aKeyIsRotatedByItsFile() {
    Path key = directory.resolve("key.pem");
    String before = PublicKeys.idOf(new SigningKeyFile(key).keys().published().get(0));
    CommandLineRun run = CommandLineRun.of("audit-log", "rotate-key", key.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().strip()).hasSize(16).isNotEqualTo(before);
  }

  private String tampered(List<String> lines) throws IOException {
    CommandLineRun run = CommandLineRun.of("audit-log", "verify", file(lines));
    assertThat(run.exitCode()).isEqualTo(1);
    return run.out();
  }

  private static List<String> lines(int length) throws JsonProcessingException {
    List<String> lines = new ArrayList<>();
    for (ChainedEntry entry : SomeTrail.of(length)) {
      lines.add(JSON.writeValueAsString(AuditEntryView.of(entry)));
    }
    return lines;
  }

  private String file(List<String> lines) throws IOException {
    return Files.write(directory.resolve("trail.jsonl"), lines).toString();
  }

  private SigningKeys keys() {
    return new SigningKeyFile(directory.resolve("key.pem")).keys();
  }

  private String head(int number) throws IOException {
    SignedHead head =
        keys()
            .sign(
                Organisation.FIRST,
                SomeTrail.head(SomeTrail.of(number)),
                Instant.parse("2026-11-21T10:00:00Z"));
    return Files.writeString(
            directory.resolve("heads.jsonl"), JSON.writeValueAsString(SignedHeadView.of(head)))
        .toString();
  }

  private String publicKey() throws IOException {
    return Files.writeString(
            directory.resolve("public.pem"),
            "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getEncoder().encodeToString(keys().published().get(0))))
        .toString();
  }
}
