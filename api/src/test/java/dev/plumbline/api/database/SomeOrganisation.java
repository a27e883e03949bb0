package dev.plumbline.api.database;

import dev.plumbline.api.organisations.Organisation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Organisations for tests, written past every rule. */
public final class SomeOrganisation {

  private SomeOrganisation() {}

  /** A new one without members. */
  public static Organisation added() {
    Organisation organisation = new Organisation(UUID.randomUUID());
    try (Connection connection = Connections.superuser();
        PreparedStatement statement =
            connection.prepareStatement("insert into organisation (id, name) values (?, ?)")) {
      statement.setObject(1, organisation.id());
      statement.setString(2, "Organisation " + organisation.id());
      statement.executeUpdate();
      return organisation;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The actions of its audit trail, oldest first. */
  public static List<String> trail(Organisation organisation) {
    try (Connection connection = Connections.superuser();
        PreparedStatement statement =
            connection.prepareStatement(
                "select action from audit_entry where organisation_id = ? order by number")) {
      statement.setObject(1, organisation.id());
      List<String> actions = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          actions.add(rows.getString(1));
        }
      }
      return actions;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
