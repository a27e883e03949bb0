package dev.plumbline.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.organisations.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyFileTest {

  private static final Instant MOMENT = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path directory;

  @Test
  void theFileIsMadeAtFirstUseForItsOwnerAlone() throws IOException {
    Path file = directory.resolve("deeper/key.pem");
    PublicKeys trusted = new SigningKeyFile(file).keys().trusted();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    SignedHead head = sign(new SigningKeyFile(file));
    assertThat(trusted.objection(head)).isEmpty();
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void processesThatStartAtOnceGetOneKey() {
    Path file = directory.resolve("key.pem");
    Set<String> keys =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> sign(new SigningKeyFile(file)).keyId())
            .collect(Collectors.toSet());
    assertThat(keys).hasSize(1);
  }

  @Test
  void afterARotationFormerHeadsStillHold() {
    SigningKeyFile file = new SigningKeyFile(directory.resolve("key.pem"));
    SignedHead former = sign(file);
    String id = file.rotate();
    SignedHead current = sign(file);

    assertThat(current.keyId()).isEqualTo(id).isNotEqualTo(former.keyId());
    assertThat(file.keys().trusted().objection(former)).isEmpty();
    assertThat(file.keys().trusted().objection(current)).isEmpty();
    assertThat(file.keys().published()).hasSize(2);
  }

  @Test
  void aKeyThatOthersCanReadIsRefusedWithTheWayOut() throws IOException {
    Path file = directory.resolve("key.pem");
    new SigningKeyFile(file).keys();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> new SigningKeyFile(file).keys()).hasMessageContaining("chmod 600");
  }

  @Test
  void halvesOfDifferentPairsAreRefused() throws IOException {
    Path one = directory.resolve("one.pem");
    Path two = directory.resolve("two.pem");
    new SigningKeyFile(one).keys();
    new SigningKeyFile(two).keys();
    List<Pem> mixed =
        List.of(Pem.parse(Files.readString(one)).get(0), Pem.parse(Files.readString(two)).get(1));
    Files.writeString(one, Pem.text(mixed));
    assertThatThrownBy(() -> new SigningKeyFile(one).keys()).hasMessageContaining("not that of");
    Files.writeString(one, "nothing");
    assertThatThrownBy(() -> new SigningKeyFile(one).keys()).hasMessageContaining("0 private");
  }

  private static SignedHead sign(SigningKeyFile file) {
    return file.keys().sign(Organisation.FIRST, ChainHead.NOTHING, MOMENT);
  }
}
