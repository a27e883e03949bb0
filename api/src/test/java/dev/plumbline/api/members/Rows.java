package dev.plumbline.api.members;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.organisations.Organisation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rows of an organisation for a test, written past every rule. */
record Rows(Organisation organisation) {

  static Rows ofNewOrganisation() {
    Rows rows = new Rows(new Organisation(UUID.randomUUID()));
    rows.execute(
        "insert into organisation (id, name) values (?, ?)",
        rows.organisation.id(),
        rows.organisationName());
    return rows;
  }

  String organisationName() {
    return "Organisation " + organisation.id();
  }

  UUID member(String role) {
    UUID id = UUID.randomUUID();
    execute(
        "insert into member (organisation_id, id, email, name, role) values (?, ?, ?, 'Somebody', ?)",
        organisation.id(),
        id,
        id + "@example.com",
        role);
    return id;
  }

  UUID project() {
    UUID id = UUID.randomUUID();
    execute(
        "insert into project (organisation_id, id, name) values (?, ?, ?)",
        organisation.id(),
        id,
        "Project " + id);
    return id;
  }

  UUID teamOf(UUID... members) {
    UUID id = UUID.randomUUID();
    execute(
        "insert into team (organisation_id, id, name) values (?, ?, ?)",
        organisation.id(),
        id,
        "Team " + id);
    for (UUID member : members) {
      execute("insert into team_member values (?, ?, ?)", organisation.id(), id, member);
    }
    return id;
  }

  UUID giveMember(UUID project, UUID member, String role) {
    return give("member_id", project, member, role);
  }

  UUID giveTeam(UUID project, UUID team, String role) {
    return give("team_id", project, team, role);
  }

  private UUID give(String column, UUID project, UUID holder, String role) {
    UUID id = UUID.randomUUID();
    execute(
        "insert into project_role (organisation_id, id, project_id, "
            + column
            + ", role) values (?, ?, ?, ?, ?)",
        organisation.id(),
        id,
        project,
        holder,
        role);
    return id;
  }

  /** The actions of the organisation's trail. */
  List<String> trail() {
    return texts("select action from audit_entry where organisation_id = ? order by number");
  }

  /** The first column of a query, whose parameter, if any, is the organisation. */
  List<String> texts(String sql) {
    String own = sql.contains("?") ? sql : sql + " and organisation_id = ?";
    try (Connection connection = Connections.superuser();
        PreparedStatement statement = connection.prepareStatement(own)) {
      statement.setObject(1, organisation.id());
      List<String> texts = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          texts.add(found.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql, Object... values) {
    try (Connection connection = Connections.superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
