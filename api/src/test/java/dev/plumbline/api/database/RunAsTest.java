package dev.plumbline.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunAsTest {

  /** Outside of the project: every account can enter it. */
  private static Path binaries;

  @BeforeAll
  static void makeRoomForBinaries() throws IOException {
    binaries = Files.createTempDirectory("plumbline-postgresql");
    Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterAll
  static void deleteBinaries() throws IOException {
    Trees.delete(binaries);
  }

  @Test
  void aNormalUserNeedsNoDetour() {
    assumeTrue(!isRoot(), "we are root");

    assertThat(RunAs.choose("auto")).isEqualTo(RunAs.choose("unshare"));
    assertThat(RunAs.choose("auto").prefix()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unshare", "setpriv", "runuser", "su"})
  void everyWayOutOfRootServesAndIsStopped(String way) throws IOException, SQLException {
    assumeTrue(isRoot(), "we are not root");
    assumeTrue(works(way), way + " does not work on this machine");
    Path directory = Files.createTempDirectory("plumbline-data");
    try {
      DatabaseSettings settings =
          DatabaseSettings.defaults().in(directory).withBinaries(binaries).runBy(way);
      for (int start = 0; start < 2; start++) {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings, message -> {})) {
          assertThat(Sql.value(database, "show fsync")).isEqualTo("on");
        }
      }
    } finally {
      Trees.delete(directory);
    }
  }

  @Test
  void theFilesChangeHandsWhenTheWayDoes() throws IOException, SQLException {
    assumeTrue(isRoot(), "we are not root");
    assumeTrue(works("unshare") && works("setpriv"), "not both ways work on this machine");
    Path directory = Files.createTempDirectory("plumbline-data");
    try {
      for (String way : new String[] {"unshare", "setpriv", "unshare"}) {
        DatabaseSettings settings =
            DatabaseSettings.defaults().in(directory).withBinaries(binaries).runBy(way);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings, message -> {})) {
          assertThat(Sql.value(database, "select 1")).isEqualTo("1");
        }
      }
    } finally {
      Trees.delete(directory);
    }
  }

  @Test
  void whereNoWayWorksBothWaysOutAreNamed() {
    assumeTrue(isRoot(), "we are not root");

    assertThatThrownBy(() -> RunAs.choose("teleport"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("start Plumbline as a normal user")
        .hasMessageContaining("quarkus.datasource.jdbc.url");
  }

  @Test
  void aDirectoryThatTheOtherAccountCannotEnterIsRefusedWithAnotherOne() throws IOException {
    assumeTrue(isRoot(), "we are not root");
    assumeTrue(works("setpriv"), "setpriv does not work on this machine");
    Path closed = Files.createTempDirectory("plumbline-closed");
    try {
      DatabaseSettings settings =
          DatabaseSettings.defaults().in(closed.resolve("a/data")).runBy("setpriv");
      assertThatThrownBy(() -> EmbeddedDatabase.start(settings, message -> {}))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("may not enter " + closed)
          .hasMessageContaining("--data");
    } finally {
      Trees.delete(closed);
    }
  }

  private static boolean isRoot() {
    return Ownership.number(Path.of("/proc/self"), "unix:uid") == 0;
  }

  private static boolean works(String way) {
    try {
      RunAs.choose(way);
      return true;
    } catch (DatabaseException e) {
      return false;
    }
  }
}
