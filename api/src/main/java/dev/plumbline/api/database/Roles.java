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
 * The roles and the database inside a server. The application's role owns its database and is no
 * superuser: a superuser would pass by every policy.
 */
record Roles(int port, String password) {

  static final String APPLICATION = "plumbline";
  private static final String LIMIT_SECONDS = "10";

  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, APPLICATION);
  }

  /** Makes what is missing; a start that was interrupted is completed by the next one. */
  void ensure() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (isMissing(statement, "select 1 from pg_roles where rolname = 'plumbline'")) {
        statement.execute("create role plumbline login");
      }
      // The password has letters and digits only: see DataDirectory.
      statement.execute("alter role plumbline password '" + password + "'");
      if (isMissing(statement, "select 1 from pg_database where datname = 'plumbline'")) {
        statement.execute("create database plumbline owner plumbline");
      }
    } catch (SQLException e) {
      throw new DatabaseException(
          "cannot use the database on port %d: %s".formatted(port, e.getMessage()), e);
    }
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
