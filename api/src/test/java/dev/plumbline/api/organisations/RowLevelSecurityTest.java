package dev.plumbline.api.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.database.Connections;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The innermost layer alone: statements without any predicate, as the application's role. */
@QuarkusTest
class RowLevelSecurityTest {

  private static final String REFUSED = "42501";

  @Inject AgroalDataSource pool;

  private Organisation ours;
  private Organisation theirs;

  @BeforeEach
  void add() throws SQLException {
    ours = RowsOfAll.added();
    theirs = RowsOfAll.added();
  }

  @Test
  void aTransactionThatEnteredNoOrganisationSeesNoRow() throws SQLException {
    try (Connection connection = begun()) {
      for (String table : RowsOfAll.tables()) {
        assertThat(count(connection, "select count(*) from " + table)).as(table).isZero();
      }
    }
  }

  @Test
  void aTransactionSeesTheRowsOfItsOrganisationAndNoOther() throws SQLException {
    try (Connection connection = begun()) {
      enter(connection, ours);
      for (String table : RowsOfAll.tables()) {
        assertThat(count(connection, "select count(*) from " + table)).as(table).isEqualTo(1);
        assertThat(count(connection, "select count(*) from " + ofTheirs(table))).as(table).isZero();
      }
    }
  }

  @Test
  void theRowsOfOthersAreNeitherChangedNorRemoved() throws SQLException {
    List<String> tried = new ArrayList<>();
    try (Connection connection = begun()) {
      enter(connection, ours);
      for (String table : RowsOfAll.tables()) {
        for (String column : columns(table)) {
          String update =
              "update %s set %s = %s where %s = '%s'"
                  .formatted(table, column, column, RowsOfAll.owner(table), theirs.id());
          assertThat(affected(connection, update)).as(update).isZero();
        }
        String delete = "delete from " + ofTheirs(table);
        assertThat(affected(connection, delete)).as(delete).isZero();
        tried.add(table);
      }
    }
    assertThat(tried).contains("organisation", "member", "credential", "audit_entry");
  }

  @Test
  void noRowIsWrittenForAnotherOrganisation() throws SQLException {
    for (String table : RowsOfAll.tables()) {
      String row = text("select row_to_json(x)::text from %s".formatted(ofTheirs(table)));
      try (Connection connection = begun()) {
        enter(connection, ours);
        assertThatThrownBy(() -> insert(connection, table, row))
            .as(table)
            .isInstanceOf(SQLException.class)
            .hasMessageMatching(
                "(?s).*(row-level security|does not follow the head of the audit trail).*");
      }
    }
  }

  @Test
  void noRowOfOursIsGivenToAnotherOrganisation() throws SQLException {
    try (Connection connection = begun()) {
      enter(connection, ours);
      for (String table : RowsOfAll.tables()) {
        String gift =
            "update %s set %s = '%s'".formatted(table, RowsOfAll.owner(table), theirs.id());
        assertThat(refusalOf(connection, gift)).as(gift).isEqualTo(REFUSED);
      }
    }
  }

  @Test
  void theNextTransactionOnTheSameConnectionBeginsOutside() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      enter(connection, ours);
      assertThat(count(connection, "select count(*) from member")).isEqualTo(1);
      connection.commit();

      assertThat(count(connection, "select count(*) from member")).isZero();
      enter(connection, ours);
      connection.rollback();

      assertThat(count(connection, "select count(*) from member")).isZero();
      connection.rollback();
    }
  }

  @Test
  void theRoleCannotStepOutOfItsPolicies() throws SQLException {
    List<String> ways =
        List.of(
            "set role plumbline",
            "set role postgres",
            "set session authorization plumbline",
            "alter table member disable row level security",
            "alter table member no force row level security",
            "drop policy own_rows on member",
            "create policy all_rows on member using (true)",
            "create table mine (id int)",
            "create temporary table mine (id int)",
            "create schema mine",
            "create function mine() returns int language sql as 'select 1'",
            "create view mine as select * from member",
            "alter role plumbline_app bypassrls",
            "alter function session_of(bytea) security invoker",
            "select rolpassword from pg_authid",
            "select pg_read_file('PG_VERSION')",
            "copy member to program 'cat'",
            "truncate member",
            "alter table audit_entry disable trigger all",
            "set session_replication_role = replica",
            "select * from flyway_schema_history");
    try (Connection connection = begun()) {
      enter(connection, ours);
      for (String way : ways) {
        assertThat(refusalOf(connection, way)).as(way).isEqualTo(REFUSED);
      }
    }
  }

  @Test
  void switchingRowSecurityOffIsAnErrorAndNotAWayRound() throws SQLException {
    try (Connection connection = begun();
        Statement statement = connection.createStatement()) {
      statement.execute("set local row_security = off");
      assertThatThrownBy(() -> count(connection, "select count(*) from member"))
          .hasMessageContaining("row-level security");
    }
  }

  private String ofTheirs(String table) {
    return "%s x where x.%s = '%s'".formatted(table, RowsOfAll.owner(table), theirs.id());
  }

  private static Connection begun() throws SQLException {
    Connection connection = Connections.application();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void enter(Connection connection, Organisation organisation) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('plumbline.organisation', ?, true)")) {
      statement.setString(1, organisation.id().toString());
      statement.execute();
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void insert(Connection connection, String table, String row) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into %s select * from json_populate_record(null::%s, ?::json)"
                .formatted(table, table))) {
      statement.setString(1, row);
      statement.executeUpdate();
    }
  }

  /** Rows that the statement changes; none when it is refused altogether. */
  private static int affected(Connection connection, String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).as(sql).isEqualTo(REFUSED);
      connection.rollback(before);
      return 0;
    }
  }

  private static String refusalOf(Connection connection, String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "not refused";
    } catch (SQLException e) {
      connection.rollback(before);
      return e.getSQLState();
    }
  }

  private static List<String> columns(String table) throws SQLException {
    return texts(
        "select column_name from information_schema.columns where table_schema = 'public' and table_name = '"
            + table
            + "'");
  }

  private static String text(String sql) throws SQLException {
    return texts(sql).get(0);
  }

  private static List<String> texts(String sql) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
