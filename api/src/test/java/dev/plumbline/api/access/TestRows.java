package dev.plumbline.api.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Members, sessions, projects and tokens of one organisation, written as the application's role but
 * past its code: tokens and hashes are computed here a second time, from their description.
 */
final class TestRows {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TestRows FIRST = new TestRows(Organisation.FIRST);

  private final Organisation organisation;
  private UUID project;
  private UUID otherProject;
  private TestRows other;

  private TestRows(Organisation organisation) {
    this.organisation = organisation;
  }

  static TestRows first() {
    return FIRST;
  }

  synchronized TestRows otherOrganisation() {
    if (other == null) {
      other = ofANewOrganisation();
    }
    return other;
  }

  static TestRows ofANewOrganisation() {
    UUID id = UUID.randomUUID();
    TestRows rows = new TestRows(new Organisation(id));
    rows.insert("insert into organisation (id, name) values (?, ?)", id, "other " + id);
    return rows;
  }

  Organisation organisation() {
    return organisation;
  }

  synchronized UUID project() {
    if (project == null) {
      project = newProject();
    }
    return project;
  }

  synchronized UUID otherProject() {
    if (otherProject == null) {
      otherProject = newProject();
    }
    return otherProject;
  }

  private UUID newProject() {
    UUID id = UUID.randomUUID();
    insert(
        "insert into project (organisation_id, id, name) values (?, ?, ?)",
        organisation.id(),
        id,
        "project " + id);
    return id;
  }

  UUID member(Role role) {
    UUID id = UUID.randomUUID();
    insert(
        "insert into member (organisation_id, id, email, name, role) values (?, ?, ?, ?, ?)",
        organisation.id(),
        id,
        id + "@members.test",
        "Test " + role.label(),
        role.label());
    return id;
  }

  Map<String, String> session(Role role) {
    return sessionOf(member(role)).headers();
  }

  SessionSecret sessionOf(UUID member) {
    SessionSecret secret = new SessionSecret(randomBase64());
    insert(
        """
        insert into session (organisation_id, id_hash, member_id, way, expires_at)
        values (?, ?, ?, 'link', clock_timestamp() + interval '1 day')""",
        organisation.id(),
        sha256(secret.cookie()),
        member);
    return secret;
  }

  SessionSecret endedSession() {
    SessionSecret secret = sessionOf(member(Role.ADMIN));
    insert(
        "update session set ended_at = clock_timestamp() where organisation_id = ? and id_hash = ?",
        organisation.id(),
        sha256(secret.cookie()));
    return secret;
  }

  String token(Scope scope) {
    return token(scope, null, "90 days", false);
  }

  String projectToken(Scope scope, UUID project) {
    return token(scope, project, "90 days", false);
  }

  String expiredToken() {
    return token(Scope.ADMIN, null, "-1 second", false);
  }

  String revokedToken() {
    return token(Scope.ADMIN, null, "1 day", true);
  }

  private String token(Scope scope, UUID boundTo, String lifetime, boolean revoked) {
    String id = digits(new BigInteger(70, RANDOM), 12);
    String token = tokenText(id);
    insert(
        """
        insert into access_token (organisation_id, id, project_id, name, secret_hash, scopes,
          created_by, expires_at, revoked_at)
        values (?, ?, ?, ?, ?, ?, 'a test', clock_timestamp() + ?::interval,
          case when ? then clock_timestamp() end)""",
        organisation.id(),
        id,
        boundTo,
        "Test " + scope.label(),
        sha256(token.substring(token.length() - 49, token.length() - 6)),
        new String[] {scope.label()},
        lifetime,
        revoked);
    return token;
  }

  /** A token of that id in the published form, with a secret that nobody else knows. */
  static String tokenText(String id) {
    String signed = "plb_live_" + id + "_" + digits(new BigInteger(256, RANDOM), 43);
    CRC32 checksum = new CRC32();
    checksum.update(signed.getBytes(US_ASCII));
    return signed + digits(BigInteger.valueOf(checksum.getValue()), 6);
  }

  private static String digits(BigInteger number, int length) {
    StringBuilder text = new StringBuilder();
    BigInteger rest = number;
    BigInteger base = BigInteger.valueOf(DIGITS.length());
    for (int i = 0; i < length; i++) {
      text.append(DIGITS.charAt(rest.mod(base).intValue()));
      rest = rest.divide(base);
    }
    return text.reverse().toString();
  }

  private static String randomBase64() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return SessionSecret.base64(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void insert(String sql, Object... values) {
    try (Connection connection = Connections.application()) {
      connection.setAutoCommit(false);
      enter(connection);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, sqlValue(connection, values[i]));
        }
        statement.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void enter(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('plumbline.organisation', ?, true)")) {
      statement.setString(1, organisation.id().toString());
      statement.execute();
    }
  }

  private static Object sqlValue(Connection connection, Object value) throws SQLException {
    if (value instanceof String[] texts) {
      Array array = connection.createArrayOf("text", texts);
      return array;
    }
    return value;
  }
}
