package dev.plumbline.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedDatabaseTest {

  private final DatabaseSettings settings = TestDatabase.settings();
  private final Path directory = settings.directory().orElseThrow();

  @AfterEach
  void deleteFiles() throws IOException {
    Trees.delete(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "listen_addresses, 127.0.0.1",
    "password_encryption, scram-sha-256",
    "server_encoding, UTF8"
  })
  void theRunningServerIsDurableAndPrivate(String setting, String value) throws SQLException {
    assertThat(Sql.value(Shared.database(), "show " + setting)).isEqualTo(value);
  }

  @Test
  void theApplicationIsNoSuperuser() throws SQLException {
    assertThat(Sql.value(Shared.database(), "show is_superuser")).isEqualTo("off");
  }

  @Test
  void nobodyConnectsWithoutThePassword() {
    EmbeddedDatabase database = Shared.database();

    assertThatThrownBy(
            () -> DriverManager.getConnection(database.jdbcUrl(), database.username(), "wrong"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void thePasswordIsForItsOwnerAlone() throws IOException {
    try (EmbeddedDatabase database = start()) {
      Path file = directory.resolve("database-password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file).strip()).hasSize(40).isEqualTo(database.password());
    }
  }

  @Test
  void whatWasStoredIsThereAfterARestartAndNothingIsUnpackedAgain()
      throws IOException, SQLException {
    try (EmbeddedDatabase database = start()) {
      Sql.execute(database, "create table kept as select 42 as answer");
    }
    var before = Files.getLastModifiedTime(program());
    try (EmbeddedDatabase database = start()) {
      assertThat(Sql.value(database, "select answer from kept")).isEqualTo("42");
    }
    assertThat(Files.getLastModifiedTime(program())).isEqualTo(before);
  }

  @Test
  void aSecondInstanceIsToldWhoUsesTheDirectory() {
    try (EmbeddedDatabase database = start()) {
      assertThat(database.directory()).isEqualTo(directory);
      assertThatThrownBy(this::start)
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("pid " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
    }
  }

  @Test
  void aClosedDatabaseHasNoProcessLeft() {
    long pid;
    try (EmbeddedDatabase database = start()) {
      pid = database.pid().orElseThrow();
    }
    assertThat(new Postmaster(pid, java.util.OptionalInt.empty()).isAlive()).isFalse();
    assertThat(Postmaster.anyoneIn(directory.resolve("database/cluster"))).isFalse();
  }

  @Test
  void halfMadeFilesOfAnInterruptedFirstStartDoNoHarm() throws IOException, SQLException {
    Files.createDirectories(directory.resolve("database/cluster.new/base"));
    Files.createDirectories(directory.resolve("postgresql/unpacking123/bin"));
    Files.writeString(directory.resolve("database-password.new"), "ha");

    DatabaseSettings own = DatabaseSettings.defaults().in(directory);
    try (EmbeddedDatabase database = EmbeddedDatabase.start(own, message -> {})) {
      assertThat(Sql.value(database, "select 1")).isEqualTo("1");
    }
    assertThat(directory.resolve("postgresql/unpacking123")).doesNotExist();
  }

  @Test
  void aPidThatBelongsToAStrangerNowIsNotTakenForTheServer() throws IOException, SQLException {
    start().close();
    long stranger = ProcessHandle.current().pid();
    Path cluster = directory.resolve("database/cluster");
    Files.writeString(
        cluster.resolve("postmaster.pid"),
        "%d%n%s%n1700000000%n5432%n%n127.0.0.1%n%n".formatted(stranger, cluster));

    try (EmbeddedDatabase database = start()) {
      assertThat(Sql.value(database, "select 1")).isEqualTo("1");
      assertThat(database.pid().orElseThrow()).isNotEqualTo(stranger);
    }
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(settings, message -> {});
  }

  private Path program() throws IOException {
    try (Stream<Path> versions = Files.list(settings.binaries().orElseThrow())) {
      return versions.findFirst().orElseThrow().resolve("bin/postgres");
    }
  }
}
