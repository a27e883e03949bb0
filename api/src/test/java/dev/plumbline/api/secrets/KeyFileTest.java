package dev.plumbline.api.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void name() {
    path = directory.resolve("master-key");
  }

  @Test
  void theFirstLineIsTheCurrentKey() throws IOException {
    write("# since November\nk2 " + KEY + "\r\n\n  k1\t" + KEY + "  \n", "rw-------");

    assertThat(new KeyFile(path).read().versions()).containsExactly("k2", "k1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k1 | line 2: not a version, a space and 32 bytes",
        "k1 KEY KEY | line 2: not a version, a space and 32 bytes",
        "KEY | line 2: not a version",
        "k1 AAECAw== | line 2: the key has 4 bytes, not 32",
        "k1 %%%KEY | line 2: the key is not base64",
        "k/1 KEY | line 2: a version has 1 to 40 letters",
        "k0 KEY | line 2: the version 'k0' is there twice"
      })
  void aBadLineIsNamedWithoutItsKey(String line, String message) throws IOException {
    write("k0 " + KEY + "\n" + line.replace("KEY", KEY) + "\n", "rw-------");

    assertThatThrownBy(() -> new KeyFile(path).read())
        .hasMessageContaining(path + ", " + message)
        .hasMessageNotContaining("AAEC");
  }

  @Test
  void anEmptyFileIsNoFileOfKeys() throws IOException {
    write("\n# nothing\n", "rw-------");

    assertThatThrownBy(() -> new KeyFile(path).read()).hasMessageContaining("has no key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
  void aFileThatOthersCanUseIsRefusedWithTheRemedy(String permissions) throws IOException {
    write("k1 " + KEY + "\n", permissions);
    KeysOfFile keys = new KeysOfFile(new KeyFile(path), false);

    assertThatThrownBy(keys::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("chmod 600 " + path);
  }

  @Test
  void aConfiguredFileThatIsNotThereIsRefusedWithTheRemedy() {
    KeysOfFile keys = new KeysOfFile(new KeyFile(path), false);

    assertThatThrownBy(keys::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("openssl rand -base64 32");
  }

  @Test
  void ourOwnFileIsMadeWhenItIsFirstNeeded() throws IOException {
    LocalMasterKeys keys = SomeKeys.over(new KeysOfFile(new KeyFile(path), true), 0);
    assertThat(path).doesNotExist();

    String version = keys.current();

    assertThat(version).matches("2026-11-21-[0-9a-f]{6}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(keys.current()).isEqualTo(version);
    assertThat(new KeyFile(path).read().versions()).containsExactly(version);
    assertThat(directory.toFile().list()).containsExactly("master-key");
  }

  @Test
  void aLostFileIsNotReplacedByAnotherKey() {
    LocalMasterKeys keys = SomeKeys.over(new KeysOfFile(new KeyFile(path), true), 3);

    assertThatThrownBy(keys::current)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("3 secrets need it");
    assertThat(path).doesNotExist();
  }

  @Test
  void withoutAKeyNothingIsSealed() {
    Vault vault = new Vault(SomeKeys.over(KeysOfSettings.none(), 0));
    SecretPlace place =
        new SecretPlace(
            dev.plumbline.api.organisations.Organisation.FIRST,
            "credential",
            "sealed",
            new java.util.UUID(1, 1));

    assertThatThrownBy(() -> vault.seal(place, Secret.of("sk-abcdefghijklmnop")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code().status()).isEqualTo(503);
              assertThat(e.problem().remedy().orElseThrow())
                  .contains("plumbline.secrets.master-key-file");
            });
  }

  @Test
  void aNewKeyComesFirstAndTheOldOnesStay() throws IOException {
    write("k1 " + KEY + "\n", "rw-------");
    LocalMasterKeys keys = SomeKeys.over(new KeysOfFile(new KeyFile(path), false), 0);

    String made = keys.renew();

    assertThat(keys.versions()).containsExactly(made, "k1");
    assertThat(new KeyFile(path).read().versions()).containsExactly(made, "k1");
  }

  @Test
  void aFileThatAnOperatorChangesIsReadAgain() throws IOException {
    write("k1 " + KEY + "\n", "rw-------");
    LocalMasterKeys keys = SomeKeys.over(new KeysOfFile(new KeyFile(path), false), 0);
    assertThat(keys.current()).isEqualTo("k1");

    write("k2 " + KEY + "\nk1 " + KEY + "\n", "rw-------");
    assertThat(keys.current()).isEqualTo("k2");
  }

  @Test
  void aFileThatTurnsBadLeavesTheKeysFromBeforeInUse() throws IOException {
    write("k1 " + KEY + "\n", "rw-------");
    LocalMasterKeys keys = SomeKeys.over(new KeysOfFile(new KeyFile(path), false), 0);
    assertThat(keys.versions()).containsExactly("k1");

    write("nonsense\n", "rw-------");
    assertThat(keys.versions()).containsExactly("k1");
    Files.delete(path);
    assertThat(keys.versions()).containsExactly("k1");
  }

  @Test
  void keysOfSettingsAreTheOperatorsToMake() {
    LocalMasterKeys keys = SomeKeys.of("k2 " + KEY, "k1 " + KEY);

    assertThat(keys.versions()).isEqualTo(List.of("k2", "k1"));
    assertThatThrownBy(keys::renew)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().remedy().orElseThrow()).contains("previous-master-keys"));
  }

  private void write(String text, String permissions) throws IOException {
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
