package dev.plumbline.api.tokens;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Organisations, projects and tokens for tests, written past every rule. */
public final class MadeTokens {

  private MadeTokens() {}

  public static Organisation organisation() {
    UUID id = UUID.randomUUID();
    execute("insert into organisation (id, name) values (?, ?)", id, "Organisation " + id);
    return new Organisation(id);
  }

  public static UUID project(Organisation organisation) {
    UUID id = UUID.randomUUID();
    execute(
        "insert into project (organisation_id, id, name) values (?, ?, ?)",
        organisation.id(),
        id,
        "Project " + id);
    return id;
  }

  /** A token as its holder has it, for ten days. */
  public static String token(Organisation organisation, Scope scope) {
    TokenText text = TokenText.make(new SecureRandom());
    execute(
        "insert into access_token (organisation_id, id, name, secret_hash, scopes, created_by,"
            + " expires_at) values (?, ?, 'of a test', ?, array[?], 'test', now() + interval '10 days')",
        organisation.id(),
        text.id(),
        text.hash(),
        scope.label());
    return text.reveal();
  }

  static String tokenIn(UUID project, Organisation organisation, Scope scope) {
    String token = token(organisation, scope);
    execute("update access_token set project_id = ? where id = ?", project, idOf(token));
    return token;
  }

  static String idOf(String token) {
    return TokenText.parse(token).orElseThrow().id();
  }

  static void execute(String sql, Object... values) {
    try (Connection connection = Connections.superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row as text. */
  static String value(String sql, Object... values) {
    try (Connection connection = Connections.superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? String.valueOf(found.getString(1)) : "";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
