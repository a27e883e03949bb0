package dev.plumbline.api.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.secrets.SealBrokenException;
import dev.plumbline.api.secrets.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialsTest {

  private static final String TEXT = "sk-abcdefghijklmnop";

  @Inject Credentials credentials;
  @Inject CredentialSecrets secrets;

  private Organisation organisation;
  private Caller operator;

  @BeforeEach
  void begin() throws SQLException {
    organisation = SomeCallers.organisation();
    operator = SomeCallers.operator(organisation);
  }

  @Test
  void aStoredSecretIsOpenedByItsIdAndShownByItsEnd() {
    CredentialView added = credentials.add(operator, provider("production", TEXT));

    assertThat(added.lastFour()).isEqualTo("****mnop");
    assertThat(credentials.show(operator, added.id())).isEqualTo(added);
    assertThat(opened(added.id())).contains(TEXT);
  }

  @Test
  void aShortSecretShowsNothingOfItself() {
    assertThat(credentials.add(operator, provider("short", "abc12345678")).lastFour()).isNull();
  }

  @Test
  void aReplacedSecretHoldsAtOnceAndTheOldOneIsGone() {
    UUID id = credentials.add(operator, provider("production", TEXT)).id();

    CredentialView view = credentials.replace(operator, id, Secret.of("sk-qrstuvwxyz0123"));

    assertThat(view.lastFour()).isEqualTo("****0123");
    assertThat(opened(id)).contains("sk-qrstuvwxyz0123");
  }

  @Test
  void aGivenSecretIsClearedOnceItIsStored() {
    NewCredential wanted = provider("production", TEXT);
    credentials.add(operator, wanted);

    assertThatThrownBy(() -> wanted.secret().reveal()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aNameIsTakenOncePerOrganisation() throws SQLException {
    UUID id = credentials.add(operator, provider("one", TEXT)).id();
    credentials.add(operator, provider("two", TEXT));

    refused(409, () -> credentials.add(operator, provider("one", TEXT)));
    refused(409, () -> credentials.rename(operator, id, "two"));
    credentials.rename(operator, id, "three");
    Caller others = SomeCallers.operator(SomeCallers.organisation());
    assertThat(credentials.add(others, provider("two", TEXT)).name()).isEqualTo("two");
  }

  @Test
  void aDeletedOneIsGone() {
    UUID id = credentials.add(operator, provider("production", TEXT)).id();

    credentials.delete(operator, id);

    refused(404, () -> credentials.show(operator, id));
    assertThat(secrets.open(organisation, id)).isEmpty();
  }

  @Test
  void anotherOrganisationsIsAnsweredAsOneThatIsNotThere() throws SQLException {
    UUID id = credentials.add(operator, provider("production", TEXT)).id();
    Organisation other = SomeCallers.organisation();
    Caller others = SomeCallers.operator(other);

    refused(404, () -> credentials.show(others, id));
    refused(404, () -> credentials.replace(others, id, Secret.of(TEXT)));
    refused(404, () -> credentials.rename(others, id, "mine"));
    refused(404, () -> credentials.delete(others, id));
    assertThat(secrets.open(other, id)).isEmpty();
    assertThat(credentials.list(others, new CredentialSlice("", 10)).credentials()).isEmpty();
    assertThat(opened(id)).contains(TEXT);
  }

  @Test
  void anOperatorOfOneProjectSeesAndChangesItsOwnOnly() throws SQLException {
    UUID project = SomeCallers.project(organisation);
    UUID other = SomeCallers.project(organisation);
    Caller limited = SomeCallers.operatorOf(organisation, project);
    UUID shared = credentials.add(operator, provider("shared", TEXT)).id();
    UUID theirs = credentials.add(operator, channel("theirs", Optional.of(other))).id();

    UUID own = credentials.add(limited, channel("own", Optional.of(project))).id();

    assertThat(names(limited)).containsExactly("own");
    assertThat(names(operator)).containsExactly("own", "shared", "theirs");
    refused(403, () -> credentials.show(limited, shared));
    refused(403, () -> credentials.replace(limited, theirs, Secret.of(TEXT)));
    refused(403, () -> credentials.delete(limited, shared));
    refused(403, () -> credentials.add(limited, channel("more", Optional.of(other))));
    refused(403, () -> credentials.add(limited, channel("more", Optional.empty())));
    credentials.delete(limited, own);
  }

  @Test
  void aProjectThatIsNotThereOrAnothersIsRefused() throws SQLException {
    UUID foreign = SomeCallers.project(SomeCallers.organisation());

    refused(400, () -> credentials.add(operator, channel("a", Optional.of(UUID.randomUUID()))));
    refused(400, () -> credentials.add(operator, channel("b", Optional.of(foreign))));
  }

  @Test
  void pagesHoldEveryNameOnce() {
    List<String> names = List.of("B", "a", "b", "c", "ä", "é");
    names.forEach(name -> credentials.add(operator, provider(name, TEXT)));

    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      CredentialPage page = credentials.list(operator, new CredentialSlice(after, 2));
      page.credentials().forEach(view -> seen.add(view.name()));
      after = page.next();
    } while (after != null);

    assertThat(seen).isEqualTo(names);
  }

  @Test
  void everyChangeLeavesItsEntryWithoutTheSecret() throws SQLException {
    UUID id = credentials.add(operator, provider("production", TEXT)).id();
    credentials.replace(operator, id, Secret.of("sk-qrstuvwxyz0123"));
    credentials.rename(operator, id, "staging");
    credentials.delete(operator, id);

    List<String> entries = entries(organisation);
    assertThat(entries).hasSize(4);
    assertThat(entries.get(0)).startsWith("credential.created").contains("\"secret\":\"changed\"");
    assertThat(entries.get(1))
        .startsWith("credential.secret-replaced")
        .contains("\"secret\":\"changed\"");
    assertThat(entries.get(2)).contains("production").contains("staging");
    assertThat(entries.toString()).doesNotContain("mnop").doesNotContain("0123");
  }

  @Test
  void aRowThatSomebodyCopiedIntoAnotherOrganisationIsRefused() throws SQLException {
    UUID id = credentials.add(operator, provider("production", TEXT)).id();
    Organisation thief = SomeCallers.organisation();
    SomeCallers.execute(
        """
        insert into credential (organisation_id, id, kind, provider, name, last_four, key_version,
          wrapped_key, sealed)
        select ?, id, kind, provider, name, last_four, key_version, wrapped_key, sealed
        from credential where id = ?""",
        thief.id(),
        id);

    assertThatThrownBy(() -> secrets.open(thief, id)).isInstanceOf(SealBrokenException.class);
    SomeCallers.execute("delete from credential where organisation_id = ?", thief.id());
  }

  private Optional<String> opened(UUID id) {
    return secrets.open(organisation, id).map(Secret::reveal);
  }

  private List<String> names(Caller caller) {
    return credentials.list(caller, new CredentialSlice("", 500)).credentials().stream()
        .map(CredentialView::name)
        .toList();
  }

  static NewCredential provider(String name, String secret) {
    return new NewCredential(
        CredentialKind.PROVIDER, Optional.of("openai"), name, Optional.empty(), Secret.of(secret));
  }

  private static NewCredential channel(String name, Optional<UUID> project) {
    return new NewCredential(
        CredentialKind.CHANNEL, Optional.empty(), name, project, Secret.of(TEXT));
  }

  private static void refused(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code().status()).isEqualTo(status));
  }

  private static List<String> entries(Organisation organisation) throws SQLException {
    try (Connection connection = Connections.superuser();
        PreparedStatement select =
            connection.prepareStatement(
                "select concat_ws(' ', action, before, after) from audit_entry where organisation_id = ? order by number")) {
      select.setObject(1, organisation.id());
      List<String> entries = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(rows.getString(1));
        }
      }
      return entries;
    }
  }
}
