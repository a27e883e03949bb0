package dev.plumbline.api.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.tokens.MadeTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trail of the running server, exported, tampered with and checked. */
@QuarkusTest
class AuditLogServerTest {

  private static final int ENTRIES = 6;

  @TestHTTPResource("/")
  String address;

  private Path home; // Quarkus does not fill in @TempDir
  private Organisation organisation;
  private String admin;
  private String auditor;

  @BeforeEach
  void newTrail() throws IOException {
    home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "trail");
    organisation = MadeTokens.organisation();
    admin = MadeTokens.token(organisation, Scope.ADMIN);
    auditor = MadeTokens.token(organisation, Scope.AUDIT);
    for (int i = 1; i <= ENTRIES; i++) {
      change("team " + i);
    }
  }

  @Test
  void theServersTrailIsCheckedHere() {
    CommandLineRun run = online("audit-log", "verify");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().strip())
        .matches("intact: 6 entries, head 6 [0-9a-f]{64}; heads that agree: 1, up to entry 6");
    assertThat(run.err()).contains("no earlier head given");
    assertThat(online("audit-log", "verify", "--format", "json").out())
        .contains("\"intact\" : true", "\"confirmed_to\" : 6", "\"found\" : [ ]");
  }

  @Test
  void anEmptyTrailIsIntactToo() {
    Organisation empty = MadeTokens.organisation();
    CommandLineRun run =
        CommandLineRun.in(server(MadeTokens.token(empty, Scope.AUDIT)), "", "audit-log", "verify");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).startsWith("intact: 0 entries, head 0 ");
  }

  @Test
  void anExportIsCheckedOfflineAndEveryTamperingIsNamed() throws IOException {
    export();
    List<String> lines = Files.readAllLines(trail());
    assertThat(lines).hasSize(ENTRIES);

    CommandLineRun intact = offline(lines);
    assertThat(intact.exitCode()).as(intact.out() + intact.err()).isZero();
    assertThat(intact.out()).startsWith("intact: 6 entries, head 6 ").hasLineCount(1);

    List<String> edited = new ArrayList<>(lines);
    edited.set(2, lines.get(2).replace("team 3", "team 9"));
    tampered(edited, "edited", "entry 3 does not give its hash");

    List<String> without = new ArrayList<>(lines);
    without.remove(3);
    tampered(without, "deleted", "entry 4 is not there");

    List<String> swapped = new ArrayList<>(lines);
    Collections.swap(swapped, 1, 2);
    tampered(swapped, "reordered", "entry 2 stands behind entry 3");
  }

  @Test
  void anExportedHeadShowsACutTrailOfAFileAndOfTheServer() throws IOException {
    export();
    List<String> cut = Files.readAllLines(trail()).subList(0, 4);

    Path file = Files.write(home.resolve("cut.jsonl"), cut);
    CommandLineRun alone = CommandLineRun.of("audit-log", "verify", file.toString());
    assertThat(alone.exitCode()).as("sound in itself").isZero();
    assertThat(alone.err()).contains("cannot be seen");
    tampered(cut, "cut-off", "the trail ends at entry 4, but the head signed");

    change("one more");
    CommandLineRun later = online("audit-log", "verify", "--head", heads().toString());
    assertThat(later.exitCode()).as(later.out() + later.err()).isZero();
    assertThat(later.out()).contains("intact: 7 entries", "agree: 2, up to entry 7");
  }

  @Test
  void aForgedHeadAndAnotherKeyAreTold() throws IOException {
    export();
    String head = Files.readString(heads());
    Files.writeString(heads(), head.replace("\"number\":6", "\"number\":5"));

    tampered(Files.readAllLines(trail()), "head-forged", "the signature of the head of entry 5");
  }

  @Test
  void whatIsNoTrailIsRefusedWithItsLine() throws IOException {
    export();
    List<String> lines = new ArrayList<>(Files.readAllLines(trail()));
    for (String nonsense : new String[] {"{\"number\":4", "null", "[]", "{}", "\"text\""}) {
      lines.set(3, nonsense);
      CommandLineRun run = offline(lines);
      assertThat(run.exitCode()).as(nonsense).isEqualTo(3);
      assertThat(run.err()).contains("given.jsonl, line 4: ");
    }
    CommandLineRun nowhere =
        CommandLineRun.of("audit-log", "verify", home.resolve("none.jsonl").toString());
    assertThat(nowhere.exitCode()).isEqualTo(3);
  }

  @Test
  void theTrailIsWrittenAsCsvToo() {
    CommandLineRun run = online("audit-log", "export", "--format", "csv");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("number,at,actor_kind,").hasLineCount(ENTRIES + 1);
  }

  @Test
  void whoMayNotReadTheTrailIsToldSo() {
    String reader = MadeTokens.token(organisation, Scope.READ);

    CommandLineRun run = CommandLineRun.in(server(reader), "", "audit-log", "export");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err().strip()).hasLineCount(1);
  }

  private void export() {
    CommandLineRun run =
        online(
            "audit-log", "export", "--out", trail().toString(), "--head-out", heads().toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
  }

  private void tampered(List<String> lines, String... findings) throws IOException {
    CommandLineRun run = offline(lines);
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains(findings);
  }

  private CommandLineRun offline(List<String> lines) throws IOException {
    Path file = Files.write(home.resolve("given.jsonl"), lines);
    return CommandLineRun.of("audit-log", "verify", file.toString(), "--head", heads().toString());
  }

  private CommandLineRun online(String... args) {
    return CommandLineRun.in(server(auditor), "", args);
  }

  private Map<String, String> server(String token) {
    return Map.of("PLUMBLINE_SERVER", address, "PLUMBLINE_TOKEN", token);
  }

  private Path trail() {
    return home.resolve("trail.jsonl");
  }

  private Path heads() {
    return home.resolve("heads.jsonl");
  }

  private void change(String name) {
    given()
        .header("Authorization", "Bearer " + admin)
        .contentType("application/json")
        .body(Map.of("name", name))
        .post("/api/v1/teams")
        .then()
        .statusCode(201);
  }
}
