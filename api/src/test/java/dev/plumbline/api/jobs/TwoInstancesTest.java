package dev.plumbline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.database.DatabaseSettings;
import dev.plumbline.api.database.EmbeddedDatabase;
import dev.plumbline.api.database.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Two processes on one database, of which one is killed while it holds a window. */
class TwoInstancesTest {

  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(15);

  @Test
  void everyWindowHasOneEffectAndAKilledInstancesWindowIsTakenOverWithinFifteenSeconds()
      throws Exception {
    DatabaseSettings settings = TestDatabase.settings();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings, message -> {})) {
      migrate(database);
      Process first = start(database, "first", 2);
      Process second = null;
      try {
        awaitLine(first, "started");
        second = start(database, "second", 0);
        awaitLine(second, "started");
        awaitLine(first, "holding");
        first.destroyForcibly().waitFor();
        long killed = System.nanoTime();

        while (count(database, "select count(*) from effect where attempt = 2") == 0) {
          assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(TAKEN_OVER_WITHIN);
          Thread.sleep(50);
        }
        System.out.printf(
            "taken over after %d ms%n", Duration.ofNanos(System.nanoTime() - killed).toMillis());
      } finally {
        first.destroyForcibly();
        if (second != null) {
          second.destroyForcibly().waitFor();
        }
      }
      assertThat(count(database, "select count(distinct node) from effect")).isEqualTo(2);
      assertThat(
              count(
                  database,
                  "select count(*) from (select from effect group by window_start having count(*) > 1) twice"))
          .isZero();
      assertThat(
              count(
                  database,
                  """
                  select count(*) from (select window_start - lag(window_start)
                    over (order by window_start) as step from job_run) steps
                  where step <> interval '1 second'"""))
          .as("gaps between windows")
          .isZero();
    }
  }

  private static void migrate(EmbeddedDatabase database) throws SQLException {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.owner(), database.password())
        .locations("classpath:db/migration")
        .placeholders(Map.of("application_role", database.username()))
        .load()
        .migrate();
    try (Connection connection = owner(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table effect (window_start timestamptz, node text, attempt integer)");
      statement.execute("grant select, insert on effect to " + database.username());
    }
  }

  private static Process start(EmbeddedDatabase database, String name, int keeps)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CountingProcess.class.getName(),
            database.jdbcUrl(),
            database.username(),
            database.password(),
            name,
            Integer.toString(keeps))
        .redirectErrorStream(true)
        .start();
  }

  private static void awaitLine(Process process, String start) throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(start)) {
        return;
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("it ended without saying " + start + ":\n" + said);
  }

  private static long count(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = owner(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Connection owner(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.password());
  }
}
