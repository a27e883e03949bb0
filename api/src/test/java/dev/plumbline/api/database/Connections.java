package dev.plumbline.api.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Connections to the tests' database past the application's own role. */
public final class Connections {

  private Connections() {}

  /** As the role of the migrations, which owns the tables. */
  public static Connection owner() throws SQLException {
    return as(Roles.OWNER);
  }

  /** As the one role that passes by every policy and may switch triggers off. */
  public static Connection superuser() throws SQLException {
    return as(Cluster.ADMINISTRATOR);
  }

  /** As the application, in a transaction of its own. */
  public static Connection application() throws SQLException {
    return as(Roles.APPLICATION);
  }

  private static Connection as(String role) throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        role,
        config.getValue("quarkus.datasource.password", String.class));
  }
}
