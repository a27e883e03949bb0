package dev.plumbline.api.credentials;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.secrets.MasterKeyMissingException;
import dev.plumbline.api.secrets.SealBrokenException;
import dev.plumbline.api.secrets.SealedRows;
import dev.plumbline.api.secrets.Vault;
import dev.plumbline.api.secrets.WrappedKey;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.Session;

/** Moves credentials to another master key, hundreds in one statement. */
@ApplicationScoped
class CredentialRotation implements SealedRows {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final Vault vault;

  CredentialRotation(EntityManager entities, Tenancy tenancy, Vault vault) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.vault = vault;
  }

  private record Row(UUID id, WrappedKey key) {

    String version() {
      return key.version();
    }

    byte[] wrapped() {
      return key.bytes();
    }
  }

  @Override
  @Transactional
  public Map<String, Long> byVersion() {
    Map<String, Long> counts = new TreeMap<>();
    for (Object row :
        entities
            .createNativeQuery(
                "select key_version, secrets from credential_key_versions()", Object[].class)
            .getResultList()) {
      Object[] columns = (Object[]) row;
      counts.put((String) columns[0], ((Number) columns[1]).longValue());
    }
    return counts;
  }

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Batch rewrap(Organisation organisation, String version, Optional<UUID> after, int limit) {
    tenancy.enter(organisation);
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              List<Row> old = locked(connection, organisation, version, after, limit);
              List<Row> moved = moved(organisation, old);
              update(connection, organisation, moved);
              return new Batch(
                  old.isEmpty() ? Optional.empty() : Optional.of(old.get(old.size() - 1).id()),
                  moved.size(),
                  old.size() - moved.size());
            });
  }

  /** In the order of ids, so that two rotations at once wait for each other and never deadlock. */
  private static List<Row> locked(
      Connection connection,
      Organisation organisation,
      String version,
      Optional<UUID> after,
      int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id, key_version, wrapped_key from credential
            where organisation_id = ? and key_version <> ? and id > ?
            order by id limit ? for update""")) {
      select.setObject(1, organisation.id());
      select.setString(2, version);
      select.setObject(3, after.orElse(new UUID(0, 0)));
      select.setInt(4, limit);
      try (ResultSet rows = select.executeQuery()) {
        List<Row> found = new ArrayList<>();
        while (rows.next()) {
          found.add(
              new Row(
                  rows.getObject(1, UUID.class),
                  new WrappedKey(rows.getString(2), rows.getBytes(3))));
        }
        return found;
      }
    }
  }

  /** One that cannot be opened stays as it is and stops nobody. */
  private List<Row> moved(Organisation organisation, List<Row> old) {
    List<Row> moved = new ArrayList<>(old.size());
    for (Row row : old) {
      try {
        moved.add(
            new Row(
                row.id(), vault.rewrap(CredentialEntity.place(organisation, row.id()), row.key())));
      } catch (MasterKeyMissingException | SealBrokenException e) {
        Log.errorf("the credential %s keeps its master key: %s", row.id(), e.getMessage());
      }
    }
    return moved;
  }

  private static void update(Connection connection, Organisation organisation, List<Row> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update credential set key_version = given.version, wrapped_key = given.wrapped
            from unnest(?, ?, ?) as given (id, version, wrapped)
            where credential.organisation_id = ? and credential.id = given.id""")) {
      update.setArray(1, connection.createArrayOf("uuid", column(rows, Row::id, UUID[]::new)));
      update.setArray(
          2, connection.createArrayOf("text", column(rows, Row::version, String[]::new)));
      update.setArray(
          3, connection.createArrayOf("bytea", column(rows, Row::wrapped, byte[][]::new)));
      update.setObject(4, organisation.id());
      update.executeUpdate();
    }
  }

  private static <T> T[] column(List<Row> rows, Function<Row, T> part, IntFunction<T[]> array) {
    return rows.stream().map(part).toArray(array);
  }
}
