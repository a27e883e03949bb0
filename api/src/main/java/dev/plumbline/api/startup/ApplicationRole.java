package dev.plumbline.api.startup;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database's role of the application, as far as row-level security holds for it.
 *
 * @param owned tables of customers whose owner it is, or may become
 */
record ApplicationRole(
    String name, boolean isSuperuser, boolean bypassesPolicies, List<String> owned) {

  ApplicationRole {
    requireNonNull(name, "name");
    owned = List.copyOf(owned);
  }

  static ApplicationRole of(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return new ApplicationRole(
          rows.getString(1), rows.getBoolean(2), rows.getBoolean(3), owned(connection));
    }
  }

  private static List<String> owned(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select relname from pg_class
                where relrowsecurity and relnamespace = 'public'::regnamespace
                  and pg_has_role(current_user, relowner, 'member') order by relname""");
        ResultSet rows = statement.executeQuery()) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  /** What is wrong with it; empty when every policy holds. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (isSuperuser) {
      faults.add("is a superuser");
    }
    if (bypassesPolicies) {
      faults.add("has BYPASSRLS");
    }
    if (!owned.isEmpty()) {
      faults.add("owns, or may become the owner of, " + String.join(", ", owned));
    }
    return faults;
  }
}
