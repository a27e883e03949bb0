package dev.plumbline.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** A data directory of the first releases, in which the application owned all tables. */
class UpgradeTest {

  @Test
  void aDatabaseOfTheFirstReleasesIsTakenOverWithItsRows() throws SQLException, IOException {
    DatabaseSettings settings = TestDatabase.settings();
    try (EmbeddedDatabase former = EmbeddedDatabase.start(settings, message -> {})) {
      migrationsOf(former).skipDefaultCallbacks(true).target("3").load().migrate();
      Sql.execute(
          former,
          """
          insert into price_override (organisation_id, id, recorded_at, discount_percent, reason)
          select id, gen_random_uuid(), now(), 15, 'agreement' from organisation""");
      try (Connection connection = as(former, Cluster.ADMINISTRATOR);
          Statement statement = connection.createStatement()) {
        statement.execute("drop role plumbline_app"); // it is newer than those releases
      }
    }

    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings, message -> {})) {
      migrationsOf(database).load().migrate();

      try (Connection application = as(database, database.username());
          Statement statement = application.createStatement()) {
        application.setAutoCommit(false);
        assertThat(overrides(statement)).isZero();
        statement.execute(
            "select set_config('plumbline.organisation', '00000000-0000-0000-0000-000000000001', true)");
        assertThat(overrides(statement)).isEqualTo(1);
      }
    }
    Trees.delete(settings.directory().orElseThrow());
  }

  @Test
  void nothingIsMigratedForARoleThatRowLevelSecurityDoesNotHold() {
    EmbeddedDatabase database = Shared.database();
    for (String role : new String[] {database.owner(), Cluster.ADMINISTRATOR, "nobody_of_ours"}) {
      Flyway migrations =
          migrationsOf(database).placeholders(Map.of("application_role", role)).load();

      assertThatThrownBy(migrations::migrate)
          .as(role)
          .hasStackTraceContaining(role)
          .hasStackTraceContaining("create role plumbline_app");
      assertThatCode(
              () ->
                  assertThat(
                          Sql.column(
                              database,
                              "select tablename from pg_tables where tablename = 'member'"))
                      .isEmpty())
          .doesNotThrowAnyException();
    }
  }

  private static FluentConfiguration migrationsOf(EmbeddedDatabase database) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), database.owner(), database.password())
        .locations("classpath:db/migration")
        .placeholders(Map.of("application_role", database.username()));
  }

  private static Connection as(EmbeddedDatabase database, String role) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), role, database.password());
  }

  private static int overrides(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select count(*) from price_override")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
