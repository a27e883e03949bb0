package dev.plumbline.api.access;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.organisations.Organisation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** A member of the first organisation, new for each test that asks for one. */
record SomeMember(UUID id, String email) {

  static SomeMember with(Role role) {
    UUID id = UUID.randomUUID();
    SomeMember member = new SomeMember(id, id + "@example.org");
    Rows.change(
        "insert into member (organisation_id, id, email, name, role) values (?, ?, ?, ?, ?)",
        Organisation.FIRST.id(),
        id,
        member.email(),
        member.name(),
        role.label());
    return member;
  }

  String name() {
    return "Member " + id;
  }

  /** A session that began and was last seen so long ago. */
  SessionId session(Duration ago) {
    SessionId session = SessionId.random();
    Rows.change(
        """
        insert into session (organisation_id, id_hash, member_id, way, created_at, last_seen_at,
          expires_at)
        values (?, ?, ?, 'link', now() - make_interval(secs => ?), now() - make_interval(secs => ?),
          now() + interval '24 hours' - make_interval(secs => ?))""",
        Organisation.FIRST.id(),
        session.hash(),
        id,
        (double) ago.toSeconds(),
        (double) ago.toSeconds(),
        (double) ago.toSeconds());
    return session;
  }

  SessionId session() {
    return session(Duration.ZERO);
  }

  /** Statements past the application's own role. */
  static final class Rows {

    private Rows() {}

    static int change(String sql, Object... values) {
      try (Connection connection = Connections.superuser();
          PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
