package dev.plumbline.api.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.credentials.CredentialKind;
import dev.plumbline.api.credentials.CredentialSecrets;
import dev.plumbline.api.credentials.Credentials;
import dev.plumbline.api.credentials.NewCredential;
import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.database.Connections;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RotationTest {

  @Inject Rotation rotation;
  @Inject Vault vault;
  @Inject MasterKeys masters;
  @Inject Credentials credentials;
  @Inject CredentialSecrets secrets;

  @ConfigProperty(name = "plumbline.secrets.own-master-key-file")
  Path keyFile;

  private final Caller operator = SomeCallers.installation();
  private Organisation organisation;
  private String keysBefore;

  @BeforeEach
  void begin() throws SQLException, IOException {
    organisation = SomeCallers.organisation();
    keysBefore = Files.readString(keyFile);
  }

  /** Others' tests go on with all keys that ever sealed something of theirs. */
  @AfterEach
  void giveBackTheOldKeys() throws IOException {
    String now = Files.readString(keyFile);
    if (!now.contains(keysBefore)) {
      Files.writeString(keyFile, now + keysBefore);
    }
  }

  @Test
  void tenThousandSecretsMoveWhileOthersReadAndWrite() throws Exception {
    List<UUID> ids = bulk(9_900, organisation);
    bulk(100, SomeCallers.organisation());
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger opened = new AtomicInteger();
    AtomicInteger written = new AtomicInteger();
    var reader = until(over, i -> opened.addAndGet(length(ids.get(i * 37 % ids.size()))));
    var writer = until(over, i -> written.addAndGet(write(i, ids.get(i * 41 % ids.size()))));

    RotationView done = rotation.begin(operator);
    int steps = 1;
    while (done.rewrapped() > 0) {
      done = rotation.goOn(operator);
      steps++;
    }
    over.set(true);
    reader.get();
    writer.get();

    assertThat(steps).isGreaterThan(2); // 10,000 in steps of 5,000, and one that finds nothing
    assertThat(opened.get()).isPositive();
    assertThat(written.get()).isPositive();
    assertThat(versions(organisation)).containsExactly(masters.current());
    keepOnlyTheNewKey();
    assertThat(length(ids.get(0)) + length(ids.get(9_899))).isEqualTo(2 * "secret 0".length());
  }

  @Test
  void anInterruptedRotationGoesOnWithoutAnotherKey() throws SQLException {
    List<UUID> ids = bulk(20, organisation);
    masters.renew();
    List<String> keys = masters.versions();
    // Killed here: the key is made, nothing is moved.

    RotationView done = rotation.begin(operator);

    assertThat(masters.versions()).isEqualTo(keys);
    assertThat(done.rewrapped()).isGreaterThanOrEqualTo(20);
    assertThat(versions(organisation)).containsExactly(keys.get(0));
    assertThat(length(ids.get(7))).isPositive();
    assertThat(rotation.goOn(operator).rewrapped()).isZero();
  }

  @Test
  void whatCannotBeOpenedIsCountedAndHoldsUpNobody() throws SQLException {
    List<UUID> ids = bulk(3, organisation);
    SomeCallers.execute(
        "update credential set wrapped_key = sealed where organisation_id = ? and id = ?",
        organisation.id(),
        ids.get(0));

    RotationView done = rotation.begin(operator);

    assertThat(done.unreadable()).isPositive();
    assertThat(done.remaining()).isPositive();
    assertThat(length(ids.get(1)) + length(ids.get(2))).isPositive();
    String current = masters.current();
    rotation.begin(operator);
    assertThat(masters.current()).isNotEqualTo(current);
    SomeCallers.execute(
        "delete from credential where organisation_id = ? and id = ?",
        organisation.id(),
        ids.get(0));
  }

  @Test
  void aRotationIsInTheTrailOfTheInstallation() throws SQLException {
    bulk(1, organisation);
    rotation.begin(operator);

    try (Connection connection = Connections.superuser();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select count(*) from audit_entry where organisation_id = ? and subject_id = ?
                  and action in ('master-key.created', 'master-key.rotated')""")) {
      select.setObject(1, Organisation.FIRST.id());
      select.setString(2, masters.current());
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(2);
      }
    }
  }

  private int write(int number, UUID replaced) {
    Caller caller = SomeCallers.operator(organisation);
    credentials.add(
        caller,
        new NewCredential(
            CredentialKind.CHANNEL,
            Optional.empty(),
            "added " + number,
            Optional.empty(),
            Secret.of("secret 0")));
    credentials.replace(caller, replaced, Secret.of("secret 1"));
    return 1;
  }

  private int length(UUID id) {
    try (Secret secret = secrets.open(organisation, id).orElseThrow()) {
      return secret.reveal().length();
    }
  }

  private static CompletableFuture<Void> until(AtomicBoolean over, IntConsumer step) {
    return CompletableFuture.runAsync(
        () -> {
          for (int i = 0; !over.get(); i++) {
            step.accept(i);
          }
        },
        command -> new Thread(command).start());
  }

  private void keepOnlyTheNewKey() throws IOException {
    Files.writeString(keyFile, Files.readString(keyFile).lines().findFirst().orElseThrow() + "\n");
  }

  private List<UUID> bulk(int count, Organisation owner) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Connection connection = Connections.superuser();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into credential (organisation_id, id, kind, provider, name, last_four,
                  key_version, wrapped_key, sealed)
                values (?, ?, 'provider', 'openai', ?, '', ?, ?, ?)""")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < count; i++) {
        UUID id = UUID.randomUUID();
        ids.add(id);
        Sealed sealed =
            vault.seal(new SecretPlace(owner, "credential", "sealed", id), Secret.of("secret 0"));
        insert.setObject(1, owner.id());
        insert.setObject(2, id);
        insert.setString(3, "bulk " + i);
        insert.setString(4, sealed.key().version());
        insert.setBytes(5, sealed.key().bytes());
        insert.setBytes(6, sealed.text());
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    }
    return ids;
  }

  private static List<String> versions(Organisation organisation) throws SQLException {
    try (Connection connection = Connections.superuser();
        PreparedStatement select =
            connection.prepareStatement(
                "select distinct key_version from credential where organisation_id = ?")) {
      select.setObject(1, organisation.id());
      List<String> versions = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          versions.add(rows.getString(1));
        }
      }
      return versions;
    }
  }
}
