package dev.plumbline.api.credentials;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Grants;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.tokens.AccessTokens;
import dev.plumbline.api.tokens.NewToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Callers, organisations and projects for tests of use cases. */
public final class SomeCallers {

  private static final Actor SOMEBODY = new Actor(Actor.Kind.MEMBER, "m-1", "Ada");

  private SomeCallers() {}

  /** Everything that an operator may, everywhere. */
  public static Caller operator(Organisation organisation) {
    return new Caller(organisation, SOMEBODY, Grants.everywhere(Role.OPERATOR.permissions()));
  }

  /** An operator in one project, and a viewer elsewhere. */
  static Caller operatorOf(Organisation organisation, UUID project) {
    return new Caller(
        organisation,
        SOMEBODY,
        new Grants(Role.VIEWER.permissions(), Map.of(project, Role.OPERATOR.permissions())));
  }

  /** Who may turn the master key. */
  public static Caller installation() {
    return new Caller(
        Organisation.FIRST, SOMEBODY, Grants.everywhere(Set.of(Permissions.INSTALLATION)));
  }

  /** A token for everything in the first organisation. */
  public static String adminToken(AccessTokens tokens) {
    Caller admin =
        new Caller(
            Organisation.FIRST,
            SOMEBODY,
            Grants.everywhere(Role.ADMIN.permissionsIn(Organisation.FIRST)));
    NewToken wish =
        new NewToken("for a test", Set.of(Scope.ADMIN), Optional.empty(), Optional.empty());
    return tokens.create(admin, wish).token();
  }

  public static Organisation organisation() throws SQLException {
    UUID id = UUID.randomUUID();
    execute("insert into organisation (id, name) values (?, ?)", id, "organisation " + id);
    return new Organisation(id);
  }

  static UUID project(Organisation organisation) throws SQLException {
    UUID id = UUID.randomUUID();
    execute(
        "insert into project (organisation_id, id, name) values (?, ?, ?)",
        organisation.id(),
        id,
        "project " + id);
    return id;
  }

  public static void execute(String sql, Object... values) throws SQLException {
    try (Connection connection = Connections.superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
