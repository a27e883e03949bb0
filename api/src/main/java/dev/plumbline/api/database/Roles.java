package dev.plumbline.api.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The roles and the database inside a server. One role owns the tables and runs migrations; the
 * application's owns nothing, so that every policy of row-level security holds for it.
 */
record Roles(int port, String password) {

  static final String DATABASE = "plumbline";
  static final String OWNER = "plumbline";
  static final String APPLICATION = "plumbline_app";
  private static final String LIMIT_SECONDS = "10";

  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
  }

  /** Makes what is missing; a start that was interrupted is completed by the next one. */
  void ensure() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      ensureRole(statement, OWNER);
      ensureRole(statement, APPLICATION);
      if (isMissing(statement, "select 1 from pg_database where datname = 'plumbline'")) {
        statement.execute("create database plumbline owner plumbline");
      }
    } catch (SQLException e) {
      throw new DatabaseException(
          "cannot use the database on port %d: %s".formatted(port, e.getMessage()), e);
    }
  }

  private void ensureRole(Statement statement, String role) throws SQLException {
    if (isMissing(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
      statement.execute("create role " + role + " login");
    }
    // A statement that fails would stand in the server's log, with the password.
    statement.execute("set log_min_error_statement = panic");
    // The password has letters and digits only: see DataDirectory.
    statement.execute("alter role " + role + " password '" + password + "'");
  }

  /** Whether the server accepts our password, serves this cluster, is this version and durable. */
  boolean isOurServer(Cluster cluster) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return Path.of(show(statement, "data_directory")).toRealPath().equals(cluster.directory())
          && cluster.isSameVersion(show(statement, "server_version"))
          && show(statement, "fsync").equals("on")
          && show(statement, "synchronous_commit").equals("on")
          && show(statement, "full_page_writes").equals("on");
    } catch (SQLException | IOException e) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", Cluster.ADMINISTRATOR);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", LIMIT_SECONDS);
    properties.setProperty("socketTimeout", LIMIT_SECONDS);
    properties.setProperty("sslmode", "disable"); // loopback
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), properties);
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return !rows.next();
    }
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet rows = statement.executeQuery("show " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
