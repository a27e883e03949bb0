package dev.plumbline.api.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.database.Connections;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConfigChecksTest {

  @Inject AgroalDataSource database;

  @Test
  void theDatabaseInUseKeepsWhatItAcknowledges() throws SQLException {
    try (Connection connection = database.getConnection()) {
      Durability durability = Durability.of(connection);

      assertThat(durability.broken()).isEmpty();
      assertThat(durability.hasChecksums()).isTrue();
    }
  }

  @Test
  void aConnectionThatAcknowledgesTooEarlyIsSeen() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = off");
      try {
        assertThat(Durability.of(connection).broken()).containsExactly("synchronous_commit");
      } finally {
        statement.execute("reset synchronous_commit");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void aSettingThatLosesDataIsRefusedWithTheRemedy(String name) {
    assertThatThrownBy(() -> ConfigChecks.refuseLoss(new Durability(Map.of(name, "off"))))
        .hasMessageContaining(name + " = off")
        .hasMessageContaining("set it to on");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, true", "localhost, true", "::1, true", "0.0.0.0, false", "::, false"})
  void onlyLoopbackIsThisMachineAlone(String host, boolean loopback) {
    assertThat(ConfigChecks.isLoopback(host)).isEqualTo(loopback);
  }

  @Test
  void theRoleInUseIsHeldByEveryPolicy() throws SQLException {
    try (Connection connection = database.getConnection()) {
      ApplicationRole role = ApplicationRole.of(connection);

      assertThat(role.name()).isEqualTo("plumbline_app");
      assertThatCode(() -> ConfigChecks.refuseWayRound(role)).doesNotThrowAnyException();
    }
  }

  @Test
  void aRoleThatPassesByThePoliciesIsRefusedWithTheRemedy() throws SQLException {
    try (Connection owner = Connections.owner();
        Connection superuser = Connections.superuser()) {
      assertThat(ApplicationRole.of(owner).faults())
          .singleElement()
          .asString()
          .contains("owns, or may become the owner of", "access_token", "organisation");
      assertThat(ApplicationRole.of(superuser).faults())
          .contains("is a superuser", "has BYPASSRLS");
      assertThatThrownBy(() -> ConfigChecks.refuseWayRound(ApplicationRole.of(owner)))
          .hasMessageContaining("'plumbline'")
          .hasMessageContaining("create role plumbline_app login")
          .hasMessageContaining("quarkus.flyway.username");
    }
  }

  @Test
  void theSettingsThatShipAreWarnedOfOnlyWhereTheyMustBe() {
    assertThat(DangerousSettings.in(name -> Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.http.cors.enabled, true, cors",
    "quarkus.http.enable-decompression, true, decompression",
    "quarkus.http.auth.proactive, false, proactive",
    "quarkus.tls.trust-all, true, trust-all",
    "quarkus.http.proxy.proxy-address-forwarding, true, trusted-proxies",
    "quarkus.http.host, 0.0.0.0, plumbline.base-url",
    "quarkus.management.host, 0.0.0.0, monitoring",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://192.0.2.7:5432/plumbline, sslmode=verify-full"
  })
  void aDangerousSettingIsNamedWithWhatToDo(String name, String value, String words) {
    assertThat(DangerousSettings.in(asked -> Optional.of(value).filter(it -> asked.equals(name))))
        .singleElement()
        .asString()
        .contains(words);
  }

  @Test
  void aPasswordForTheMailServerNeedsEncryption() {
    Map<String, String> clear =
        Map.of("plumbline.mail.username", "u", "plumbline.mail.encryption", "none");
    Map<String, String> usual = Map.of("plumbline.mail.username", "u");

    assertThat(DangerousSettings.in(name -> Optional.ofNullable(clear.get(name))))
        .singleElement()
        .asString()
        .contains("start-tls");
    assertThat(DangerousSettings.in(name -> Optional.ofNullable(usual.get(name)))).isEmpty();
  }

  @Test
  void whatIsProtectedOtherwiseIsNotWarnedOf() {
    Map<String, String> behindProxy =
        Map.of(
            "quarkus.http.host", "0.0.0.0",
            "plumbline.base-url", "https://plumbline.example",
            "quarkus.http.proxy.proxy-address-forwarding", "true",
            "quarkus.http.proxy.trusted-proxies", "10.0.0.7",
            "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://192.0.2.7/plumbline?sslmode=verify-full");

    assertThat(DangerousSettings.in(name -> Optional.ofNullable(behindProxy.get(name)))).isEmpty();
    assertThat(
            DangerousSettings.in(
                name ->
                    Optional.of("jdbc:postgresql://127.0.0.1:5432/plumbline")
                        .filter(url -> name.equals("quarkus.datasource.jdbc.url"))))
        .isEmpty();
  }
}
