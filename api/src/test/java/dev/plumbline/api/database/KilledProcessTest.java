package dev.plumbline.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ends processes in the middle of their work and looks for what they had acknowledged. */
class KilledProcessTest {

  private static final int ENOUGH = 300;

  private final DatabaseSettings settings = TestDatabase.settings();
  private final Path directory = settings.directory().orElseThrow();
  private final List<String> messages = new ArrayList<>();

  @AfterEach
  void deleteFiles() throws IOException {
    Trees.delete(directory);
  }

  @Test
  void aKilledPlumblineLosesNothingThatWasAcknowledged() throws Exception {
    List<String> acknowledged = writeAndKill(false);

    try (EmbeddedDatabase database = start()) {
      assertThat(messages).anyMatch(message -> message.startsWith("taking over"));
      assertThat(stored(database)).containsAll(acknowledged);
    }
  }

  @Test
  void aKilledServerBesideAKilledPlumblineLosesNothingEither() throws Exception {
    List<String> acknowledged = writeAndKill(true);

    try (EmbeddedDatabase database = start()) {
      assertThat(messages).noneMatch(message -> message.startsWith("taking over"));
      assertThat(stored(database)).containsAll(acknowledged);
    }
  }

  @Test
  void aLeftoverServerThatDoesNotAnswerIsReplaced() throws Exception {
    List<String> acknowledged = writeAndKill(false);
    long leftover = Postmaster.namedBy(cluster()).orElseThrow().pid();
    // Another password in our file: the survivor is not to be trusted, but its data is ours.
    Path changed = directory.resolve("database-password");
    String ours = Files.readString(changed);
    Files.writeString(changed, "x" + ours.substring(1));

    try {
      EmbeddedDatabase.start(settings, messages::add).close();
    } catch (DatabaseException e) {
      assertThat(e).hasMessageContaining("password authentication failed");
    }
    Files.writeString(changed, ours);

    try (EmbeddedDatabase database = start()) {
      assertThat(messages).anyMatch(message -> message.startsWith("stopping a leftover"));
      assertThat(database.pid().orElseThrow()).isNotEqualTo(leftover);
      assertThat(stored(database)).containsAll(acknowledged);
    }
  }

  @Test
  void aServerThatDiesWhilePlumblineLivesIsStartedAgainWhereItWas() throws Exception {
    try (EmbeddedDatabase database = start()) {
      Sql.execute(database, "create table acknowledged (number int primary key)");
      Sql.execute(database, "insert into acknowledged values (7)");
      String url = database.jdbcUrl();

      kill(database.pid().orElseThrow());

      awaitAnswer(database);
      assertThat(database.jdbcUrl()).isEqualTo(url);
      assertThat(stored(database)).containsExactly("7");
    }
  }

  /** What a child process had acknowledged when it was killed in the middle of its inserts. */
  private List<String> writeAndKill(boolean serverToo) throws IOException, InterruptedException {
    Process child = child();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null) {
        acknowledged.add(line);
        if (acknowledged.size() == ENOUGH) {
          if (serverToo) {
            kill(Postmaster.namedBy(cluster()).orElseThrow().pid());
          }
          kill(child.pid()); // Process.destroyForcibly would also close the pipe that we read
        }
        line = lines.readLine();
      }
    }
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    return acknowledged;
  }

  private Process child() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            WritingProcess.class.getName(),
            directory.toString(),
            settings.binaries().orElseThrow().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private static void awaitAnswer(EmbeddedDatabase database) throws InterruptedException {
    for (int attempt = 0; attempt < 300; attempt++) {
      try {
        Sql.value(database, "select 1");
        return;
      } catch (SQLException e) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError("the server did not come back");
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(settings, messages::add);
  }

  private Path cluster() {
    return directory.resolve("database/cluster");
  }

  private static List<String> stored(EmbeddedDatabase database) throws SQLException {
    return Sql.column(database, "select number from acknowledged");
  }
}
