package dev.plumbline.api.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredLoginsTest {

  private static final ServerAddress ONE = ServerAddress.of("https://one.example");
  private static final ServerAddress TWO = ServerAddress.of("https://two.example");
  private static final String TOKEN = "plb_live_aaaaaaaaaaaa_" + "b".repeat(49);

  @TempDir Path home;
  private StoredLogins logins;

  @BeforeEach
  void atHome() {
    logins = new StoredLogins(home.resolve(".config/plumbline"));
  }

  @Test
  void eachServerHasItsTokenAndTheLastOneIsCurrent() {
    logins.keep(new Login(ONE, TOKEN));
    logins.keep(new Login(TWO, TOKEN.replace("bb", "cc")));

    assertThat(logins.find(ONE).orElseThrow().token()).isEqualTo(TOKEN);
    assertThat(logins.find(TWO).orElseThrow().token()).isNotEqualTo(TOKEN);
    assertThat(logins.current()).contains(TWO);
  }

  @Test
  void onlyTheOwnerCanReadTheFileAndNothingElseIsLeft() throws IOException {
    logins.keep(new Login(ONE, TOKEN));

    assertThat(mode(logins.file())).isEqualTo("rw-------");
    assertThat(mode(logins.file().getParent())).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(logins.file().getParent())) {
      assertThat(files).containsExactly(logins.file());
    }
  }

  @Test
  void aFileThatOthersCanReadIsRefusedWithTheRemedy() throws IOException {
    logins.keep(new Login(ONE, TOKEN));
    Files.setPosixFilePermissions(logins.file(), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> logins.find(ONE))
        .isInstanceOf(RemoteFailureException.class)
        .hasMessageContaining("chmod 600 " + logins.file());
  }

  @Test
  void aForgottenServerHasNoTokenAndIsNotCurrent() {
    logins.keep(new Login(ONE, TOKEN));

    assertThat(logins.forget(ONE)).isTrue();
    assertThat(logins.forget(ONE)).isFalse();
    assertThat(logins.find(ONE)).isEmpty();
    assertThat(logins.current()).isEmpty();
  }

  @Test
  void aBrokenFileIsSaidAndNotOverwritten() throws IOException {
    logins.keep(new Login(ONE, TOKEN));
    Files.writeString(logins.file(), "{");

    assertThatThrownBy(() -> logins.keep(new Login(TWO, TOKEN))).hasMessageContaining("remove it");
    assertThat(logins.file()).hasContent("{");
  }

  @Test
  void aLoginIsNamedWithoutItsToken() {
    assertThat(new Login(ONE, TOKEN)).hasToString("a token to https://one.example");
    assertThatThrownBy(() -> new Login(ONE, "secret\nX-Evil: 1"))
        .hasMessage("not a token: it begins with plb_live_");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
