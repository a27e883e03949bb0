package dev.plumbline.api.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
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
}
