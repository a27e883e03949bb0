package dev.plumbline.api.organisations;

import dev.plumbline.api.database.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Row-level security that lets everything through, until it is closed again. */
final class OpenPolicies implements AutoCloseable {

  OpenPolicies() throws SQLException {
    forAll("create policy test_open on %s to plumbline_app using (true) with check (true)");
  }

  @Override
  public void close() throws SQLException {
    forAll("drop policy test_open on %s");
  }

  private static void forAll(String statement) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement sent = connection.createStatement()) {
      for (String table : RowsOfAll.tables()) {
        sent.execute(statement.formatted(table));
      }
    }
  }
}
