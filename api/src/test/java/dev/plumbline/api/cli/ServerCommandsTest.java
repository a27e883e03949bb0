package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.tokens.MadeTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that talk to a server, against the running one, with a home of their own. */
@QuarkusTest
class ServerCommandsTest {

  @TestHTTPResource("/")
  String address;

  private Path home; // Quarkus does not fill in @TempDir
  private Organisation organisation;
  private String admin;

  @BeforeEach
  void newOrganisation() throws IOException {
    home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home");
    organisation = MadeTokens.organisation();
    admin = MadeTokens.token(organisation, Scope.ADMIN);
  }

  @Test
  void aLoginIsCheckedAndKeptForLaterCommands() throws IOException {
    CommandLineRun login = atHome(admin + "\n", "login", "--server", address);

    assertThat(login.exitCode()).as(login.err()).isZero();
    assertThat(login.out()).isEmpty();
    assertThat(login.err()).contains("logged in to http://").doesNotContain(admin);
    assertThat(Files.readString(credentials())).contains(admin);

    CommandLineRun whoami = atHome("", "whoami", "--format", "json");
    assertThat(whoami.exitCode()).as(whoami.err()).isZero();
    assertThat(whoami.out())
        .contains("\"kind\" : \"token\"", organisation.id().toString(), "tokens:write")
        .doesNotContain(admin);

    assertThat(atHome("", "logout").exitCode()).isZero();
    CommandLineRun gone = atHome("", "whoami");
    assertThat(gone.exitCode()).isEqualTo(4);
    assertThat(gone.err()).contains("plumbline login --server");
  }

  @Test
  void aTokenThatTheServerDoesNotKnowIsNotKept() {
    String unknown = admin.substring(0, admin.length() - 1) + "_";

    CommandLineRun login = atHome(unknown, "login", "--server", address);

    assertThat(login.exitCode()).isEqualTo(4);
    assertThat(login.err()).contains("does not accept the token").doesNotContain(unknown);
    assertThat(credentials()).doesNotExist();
  }

  @Test
  void aTokenComesFromAFileOrTheEnvironmentAndNeverFromAnArgument() throws IOException {
    Path file = Files.writeString(home.resolve("token.txt"), admin);

    assertThat(atHome("", "login", "--server", address, "--token-file", file.toString()).exitCode())
        .isZero();
    assertThat(atHome("", "login", "--server", address, "--token", admin).exitCode()).isEqualTo(2);
    assertThat(inPipeline("whoami").exitCode()).isZero();
    CommandLineRun nowhere = run("", Map.of("PLUMBLINE_TOKEN", admin), "whoami");
    assertThat(nowhere.exitCode()).isEqualTo(4);
    assertThat(nowhere.err()).contains("set PLUMBLINE_SERVER");
  }

  @Test
  void theAuditTrailIsExportedAndCheckedHereAndThere() throws IOException {
    assertThat(inPipeline("token", "create", "for the trail", "--scope", "audit").exitCode())
        .isZero();
    Path heads = home.resolve("heads.jsonl");

    CommandLineRun export = inPipeline("audit-log", "export", "--head-out", heads.toString());

    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(export.out()).contains("\"action\":\"token.created\"");
    Path trail = Files.writeString(home.resolve("trail.jsonl"), export.out());
    CommandLineRun offline =
        CommandLineRun.of("audit-log", "verify", trail.toString(), "--head", heads.toString());
    assertThat(offline.exitCode()).as(offline.out() + offline.err()).isZero();
    assertThat(offline.out()).startsWith("intact:").contains("heads that agree: 1");
    assertThat(inPipeline("audit-log", "verify").out()).startsWith("intact:");
    assertThat(inPipeline("audit-log", "export", "--format", "csv").out()).startsWith("number,at,");
  }

  @Test
  void theCalendarOfTheOrganisationIsUsedWhenItsServerIsNamedAndOnlyThen() throws IOException {
    atHome(admin + "\n", "login", "--server", address);
    approveOf(admin, "provider,model,date\nopenai,case-cli,2031-06-01\n");

    CommandLineRun asked = atHome("", "calendar", "--server", address, "--model", "case-cli");
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    assertThat(asked.out()).contains("case-cli", "2031-06-01");
    assertThat(atHome("", "calendar", "--server", address, "--model", "case-cli", "--ics").out())
        .contains("DTSTART;VALUE=DATE:20310601");
    assertThat(atHome("", "calendar", "--model", "case-cli").out()).doesNotContain("2031-06-01");
    assertThat(atHome("", "calendar", "moves", "--server", address, "--all").out())
        .contains("case-cli");
    CommandLineRun elsewhere = atHome("", "calendar", "--server", "http://localhost:1");
    assertThat(elsewhere.exitCode()).isEqualTo(4);
  }

  @Test
  void aScanReportsFineTunesThatTheRegistryOfTheServerDoesNotKnow() throws IOException {
    Path code =
        Files.writeString(
            home.resolve("app.py"),
            "client.chat(model=\"ft:gpt-4o-2024-08-06:acme::NoOneKnows\")\n");

    CommandLineRun scan =
        inPipeline("scan", "--server", address, "--fail-on", "unknown-fine-tune", code.toString());

    assertThat(scan.exitCode()).as(scan.out() + scan.err()).isEqualTo(1);
    assertThat(scan.out()).contains("NoOneKnows");
    CommandLineRun offline = inPipeline("scan", "--fail-on", "unknown-fine-tune", code.toString());
    assertThat(offline.exitCode()).as(offline.out()).isZero();
  }

  private void approveOf(String token, String rows) {
    var proposed =
        RestAssured.given()
            .header("Authorization", "Bearer " + token)
            .contentType("text/csv")
            .body(rows)
            .post("/api/v1/calendar/imports?kind=csv")
            .then()
            .statusCode(201)
            .extract();
    RestAssured.given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body("{\"diff\":\"" + proposed.path("diff") + "\"}")
        .post("/api/v1/calendar/imports/" + proposed.path("document.id") + "/approve")
        .then()
        .statusCode(200);
  }

  @Test
  void aTokenIsMadeUsedListedAndRevoked() {
    CommandLineRun made = inPipeline("token", "create", "nightly import", "--scope", "read,scan");
    assertThat(made.exitCode()).as(made.err()).isZero();
    String token = made.out().strip();
    assertThat(token).matches("plb_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}");
    assertThat(made.err()).contains("'nightly import' with read, scan").doesNotContain(token);

    CommandLineRun list = inPipeline("token", "list", "--format", "csv");
    String id = token.split("_")[2];
    assertThat(list.out()).contains(id, "nightly import", "active").doesNotContain(token);

    CommandLineRun revoked = inPipeline("token", "revoke", id);
    assertThat(revoked.exitCode()).as(revoked.err()).isZero();
    assertThat(revoked.err()).contains("revoked plb_live_" + id);
    assertThat(inPipeline("token", "list").out()).contains("revoked");
    assertThat(run("", pipeline(token), "whoami").exitCode()).isEqualTo(4);
  }

  @Test
  void aTokenAsJsonIsOneObject() {
    CommandLineRun made =
        inPipeline("token", "create", "x", "--scope", "ingest", "--days", "1", "--format", "json");

    assertThat(made.out()).startsWith("{").contains("\"token\" : \"plb_live_", "\"ingest\"");
  }

  @Test
  void whatTheServerRefusesIsOneLineWithTheRightCode() {
    CommandLineRun wrong = inPipeline("token", "create", "x", "--scope", "root");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.err().strip()).startsWith("plumbline: scopes: not one of").hasLineCount(1);

    CommandLineRun forbidden =
        run(
            "",
            pipeline(MadeTokens.token(organisation, Scope.READ)),
            "token",
            "create",
            "x",
            "--scope",
            "read");
    assertThat(forbidden.exitCode()).isEqualTo(4);
    assertThat(forbidden.err().strip()).hasLineCount(1);
    assertThat(inPipeline("token", "revoke", "aaaaaaaaaaaa").exitCode()).isEqualTo(4);
    assertThat(inPipeline("token", "revoke", admin).exitCode()).isEqualTo(3);
  }

  @Test
  void aServerThatIsNotThereOrNotSafeIsSaid() {
    CommandLineRun nobody = atHome(admin, "login", "--server", "http://127.0.0.1:1");
    assertThat(nobody.exitCode()).isEqualTo(4);
    assertThat(nobody.err().strip()).contains("does not answer").hasLineCount(1);

    CommandLineRun clear = atHome(admin, "login", "--server", "http://plumbline.example");
    assertThat(clear.exitCode()).isEqualTo(3);
    assertThat(clear.err()).contains("https");
  }

  @Test
  void aRedirectIsNotFollowedAndALongOrForeignAnswerIsRefused() throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try {
      other.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().add("Location", address + "api/v1/me");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
          });
      other.start();
      CommandLineRun sent = atHome(admin, "login", "--server", originOf(other));
      assertThat(sent.exitCode()).isEqualTo(4);
      assertThat(sent.err()).contains("elsewhere");

      other.removeContext("/");
      other.createContext(
          "/",
          exchange -> {
            byte[] page = "<html>hello</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      assertThat(atHome(admin, "login", "--server", originOf(other)).err())
          .contains("does not answer as Plumbline does");
    } finally {
      other.stop(0);
    }
  }

  private static String originOf(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Path credentials() {
    return home.resolve(".config/plumbline/credentials.json");
  }

  private CommandLineRun inPipeline(String... args) {
    return run("", pipeline(admin), args);
  }

  private Map<String, String> pipeline(String token) {
    return Map.of("PLUMBLINE_SERVER", address, "PLUMBLINE_TOKEN", token);
  }

  private CommandLineRun atHome(String input, String... args) {
    return run(input, Map.of("HOME", home.toString()), args);
  }

  private static CommandLineRun run(String input, Map<String, String> environment, String... args) {
    return CommandLineRun.in(environment, input, args);
  }
}
