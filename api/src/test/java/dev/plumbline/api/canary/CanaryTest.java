package dev.plumbline.api.canary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.cli.CommandLineRun;
import dev.plumbline.api.credentials.CredentialKind;
import dev.plumbline.api.credentials.CredentialSecrets;
import dev.plumbline.api.credentials.Credentials;
import dev.plumbline.api.credentials.NewCredential;
import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.database.Connections;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.secrets.Secret;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Sends one secret of each kind through the product, and then looks for it everywhere. */
@QuarkusTest
class CanaryTest {

  @Inject Credentials credentials;
  @Inject CredentialSecrets secrets;

  @ConfigProperty(name = "plumbline.secrets.own-master-key-file")
  Path masterKey;

  @Test
  void noStatementHasASecretInItsValuesAndNoTableOrFileKeepsOne() throws Exception {
    withEverythingLogged(this::sendThemThrough);

    Leaks.assertNothingLogged();
    assertThat(Leaks.loggedRecords()).isGreaterThan(50);
    try (Connection superuser = Connections.superuser();
        Statement statement = superuser.createStatement()) {
      assertThat(Stored.inTables(superuser)).isEmpty();
      statement.execute("checkpoint");
    }
    assertThat(Stored.inFiles(masterKey.getParent())).isEmpty();
  }

  private void sendThemThrough() throws SQLException {
    Organisation organisation = SomeCallers.organisation();
    Caller operator = SomeCallers.operator(organisation);
    UUID id = credentials.add(operator, provider("canary")).id();
    credentials.replace(operator, id, Secret.of(Canary.CHANNEL_SECRET.text()));
    try (Secret opened = secrets.open(organisation, id).orElseThrow()) {
      assertThat(opened.reveal()).isEqualTo(Canary.CHANNEL_SECRET.text());
      Log.infof("opened %s of %s", opened, provider("not stored"));
    }
    assertThatThrownBy(() -> credentials.add(operator, provider("canary")))
        .hasMessageContaining("of this name");
  }

  private static NewCredential provider(String name) {
    return new NewCredential(
        CredentialKind.PROVIDER,
        Optional.of("openai"),
        name,
        Optional.empty(),
        Secret.of(Canary.PROVIDER_KEY.text()));
  }

  @Test
  void noPublicAddressShowsOne() {
    for (String path : new String[] {"/q/openapi", "/", "/sign-in", "/break-even"}) {
      given().redirects().follow(false).get(path); // AnswerWatch looks
    }
  }

  @Test
  void noExportOfTheTrailAndNoPageThatListsItShowsOne() {
    String name = "canary " + UUID.randomUUID();
    Map<String, String> wanted =
        Map.of(
            "kind",
            "provider",
            "provider",
            "openai",
            "name",
            name,
            "secret",
            Canary.PROVIDER_KEY.text());
    given()
        .contentType("application/json")
        .body(wanted)
        .post("/api/v1/credentials")
        .then()
        .statusCode(201);
    for (String path : new String[] {"/api/v1/audit.csv", "/api/v1/audit.jsonl"}) {
      assertThat(given().get(path).asString()).as(path).contains(name); // AnswerWatch looks
    }
    for (String path : new String[] {"/audit", "/settings/credentials", "/api/v1/credentials"}) {
      given().accept("text/html,*/*;q=0.8").get(path).then().statusCode(200);
    }
  }

  @Test
  void theMetricsShowNone() {
    String metrics = metrics();

    assertThat(metrics).contains("jvm_");
    Leaks.look("the metrics", metrics);
  }

  private static String metrics() {
    int port =
        ConfigProvider.getConfig()
            .getOptionalValue("quarkus.management.test-port", Integer.class)
            .filter(number -> number != 0)
            .or(
                () ->
                    ConfigProvider.getConfig()
                        .getOptionalValue("quarkus.management.port", Integer.class))
            .orElseThrow();
    return given().port(port).get("/q/metrics").asString();
  }

  @Test
  void noProcessOfOursCarriesOneInItsArguments() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Stream<ProcessHandle> ours = Stream.concat(Stream.of(self), self.descendants());
    for (ProcessHandle process : ours.toList()) {
      Path arguments = Path.of("/proc/" + process.pid() + "/cmdline");
      if (Files.isReadable(arguments)) {
        Leaks.look("the arguments of process " + process.pid(), Files.readString(arguments));
      }
    }
  }

  @Test
  void aCommandThatIsRefusedDoesNotRepeatIt() {
    for (String command : new String[] {"login", "secrets"}) {
      CommandLineRun run = CommandLineRun.withInput(Canary.PROVIDER_KEY.text() + "\n", command);
      Leaks.look("the output of " + command, run.out() + run.err());
    }
  }

  @Test
  void whatIsLeakedIsFound() throws SQLException {
    assertThatThrownBy(
            () -> {
              Log.warnf(new IllegalStateException(Canary.PASSWORD.text()), "planted");
              Leaks.assertNothingLogged();
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("PASSWORD in the log");
    assertThatThrownBy(() -> Leaks.look("here", "x" + Canary.DATABASE_PASSWORD.text()))
        .hasMessageContaining("DATABASE_PASSWORD");
    try (Connection superuser = Connections.superuser();
        Statement statement = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      statement.execute(
          "create temp table planted as select convert_to('%s', 'UTF8') as column"
              .formatted(Canary.PROVIDER_KEY.text()));
      assertThat(Stored.inTables(superuser))
          .singleElement()
          .asString()
          .matches("a canary in pg_temp_[0-9]+.planted");
      superuser.rollback();
    }
  }

  private interface Step {
    void run() throws SQLException;
  }

  /** The statements with their values too, which nobody logs in earnest; for our eyes only. */
  private static void withEverythingLogged(Step step) throws SQLException {
    List<Logger> loggers =
        Stream.of(
                "org.hibernate.SQL",
                "org.hibernate.orm.jdbc.bind",
                "dev.plumbline",
                "org.postgresql")
            .map(Logger::getLogger)
            .toList();
    List<Optional<Level>> before =
        loggers.stream().map(logger -> Optional.ofNullable(logger.getLevel())).toList();
    loggers.forEach(logger -> watch(logger, Level.ALL));
    try {
      step.run();
    } finally {
      for (int i = 0; i < loggers.size(); i++) {
        unwatch(loggers.get(i), before.get(i));
      }
    }
  }

  private static void watch(Logger logger, Level level) {
    logger.setUseParentHandlers(false);
    logger.addHandler(LogWatch.installed());
    logger.setLevel(level);
  }

  private static void unwatch(Logger logger, Optional<Level> level) {
    logger.setLevel(level.orElse(null));
    logger.removeHandler(LogWatch.installed());
    logger.setUseParentHandlers(true);
  }
}
