package dev.plumbline.api.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.organisations.Organisation;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

  private static final String TEXT = "sk-a-provider-key-of-some-length";
  private static final UUID ROW = UUID.fromString("7d3c1a52-0000-4000-8000-000000000001");
  private static final SecretPlace HERE =
      new SecretPlace(Organisation.FIRST, "credential", "sealed", ROW);

  private final Vault vault = new Vault(SomeKeys.of(SomeKeys.line("k1", 1)));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, Secret.LARGEST})
  void whatWasSealedIsOpenedAgain(int length) {
    String text = "x".repeat(length);

    assertThat(vault.open(HERE, sealed(text)).reveal()).isEqualTo(text);
  }

  @Test
  void whatIsStoredDoesNotHaveTheTextInIt() {
    Sealed sealed = sealed(TEXT);

    assertThat(new String(sealed.text(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("provider");
    assertThat(sealed.text()).hasSize(TEXT.length() + 29); // version 1, nonce 12, tag 16
    assertThat(sealed.key().bytes()).hasSize(32 + 29);
  }

  @Test
  void theSameTextIsSealedDifferentlyEachTime() {
    assertThat(sealed(TEXT).text()).isNotEqualTo(sealed(TEXT).text());
  }

  @Test
  void everySingleFlippedBitIsRefused() {
    Sealed sealed = sealed(TEXT);

    IntStream.range(0, sealed.text().length * 8)
        .forEach(bit -> refused(HERE, new Sealed(sealed.key(), flipped(sealed.text(), bit))));
    IntStream.range(0, sealed.key().bytes().length * 8)
        .forEach(
            bit ->
                refused(
                    HERE,
                    new Sealed(
                        new WrappedKey("k1", flipped(sealed.key().bytes(), bit)), sealed.text())));
  }

  @Test
  void everyTruncationIsRefused() {
    Sealed sealed = sealed(TEXT);

    IntStream.range(0, sealed.text().length)
        .forEach(
            length ->
                refused(HERE, new Sealed(sealed.key(), Arrays.copyOf(sealed.text(), length))));
    IntStream.range(0, sealed.key().bytes().length)
        .forEach(
            length ->
                refused(
                    HERE,
                    new Sealed(
                        new WrappedKey("k1", Arrays.copyOf(sealed.key().bytes(), length)),
                        sealed.text())));
  }

  static Stream<SecretPlace> elsewhere() {
    return Stream.of(
        new SecretPlace(new Organisation(new UUID(1, 1)), "credential", "sealed", ROW),
        new SecretPlace(Organisation.FIRST, "channel", "sealed", ROW),
        new SecretPlace(Organisation.FIRST, "credential", "other", ROW),
        new SecretPlace(Organisation.FIRST, "credential", "sealed", new UUID(2, 2)),
        // Joined without lengths, this one would read as the place itself.
        new SecretPlace(Organisation.FIRST, "credentials", "ealed", ROW));
  }

  @ParameterizedTest
  @MethodSource("elsewhere")
  void aCopyInAnotherPlaceIsRefused(SecretPlace place) {
    refused(place, sealed(TEXT));
  }

  @Test
  void theTextOfOneSecretUnderTheKeyOfAnotherIsRefused() {
    refused(HERE, new Sealed(sealed(TEXT).key(), sealed(TEXT).text()));
  }

  @Test
  void aDataKeyIsNotATextNorATextADataKey() {
    Sealed sealed = sealed("x".repeat(32));

    refused(HERE, new Sealed(sealed.key(), sealed.key().bytes()));
    refused(HERE, new Sealed(new WrappedKey("k1", sealed.text()), sealed.text()));
  }

  @Test
  void anotherMasterKeyOfTheSameVersionIsRefused() {
    Vault other = new Vault(SomeKeys.of(SomeKeys.line("k1", 2)));

    assertThatThrownBy(() -> other.open(HERE, sealed(TEXT)))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void theSameMasterKeyUnderAnotherVersionIsRefused() {
    Vault renamed = new Vault(SomeKeys.of(SomeKeys.line("k2", 1)));
    Sealed sealed = sealed(TEXT);
    WrappedKey relabelled = new WrappedKey("k2", sealed.key().bytes());

    assertThatThrownBy(() -> renamed.open(HERE, new Sealed(relabelled, sealed.text())))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void anUnknownVersionOfTheMasterKeyIsNamed() {
    Vault other = new Vault(SomeKeys.of(SomeKeys.line("k2", 1)));

    assertThatThrownBy(() -> other.open(HERE, sealed(TEXT)))
        .isInstanceOf(MasterKeyMissingException.class)
        .hasMessageContaining("'k1'");
  }

  @Test
  void anUnknownFormatIsNamed() {
    Sealed sealed = sealed(TEXT);
    sealed.text()[0] = 9;

    assertThatThrownBy(() -> vault.open(HERE, sealed))
        .isInstanceOf(SealBrokenException.class)
        .hasMessageContaining("format 9");
  }

  @Test
  void reWrappingMovesTheDataKeyAndLeavesTheText() {
    Sealed before = sealed(TEXT);
    Vault rotated = new Vault(SomeKeys.of(SomeKeys.line("k2", 2), SomeKeys.line("k1", 1)));

    Sealed after = new Sealed(rotated.rewrap(HERE, before.key()), before.text());

    assertThat(after.key().version()).isEqualTo("k2");
    assertThat(new Vault(SomeKeys.of(SomeKeys.line("k2", 2))).open(HERE, after).reveal())
        .isEqualTo(TEXT);
    assertThat(rotated.open(HERE, before).reveal()).isEqualTo(TEXT);
  }

  @Test
  void noNonceComesTwiceIn100000() {
    AesGcm cipher = new AesGcm(new SecureRandom());
    SecretKey key = new SecretKeySpec(new byte[32], "AES");
    Set<ByteBuffer> nonces = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      nonces.add(ByteBuffer.wrap(cipher.seal(key, new byte[0], new byte[0]), 1, 12));
    }

    assertThat(nonces).hasSize(100_000);
  }

  private Sealed sealed(String text) {
    return vault.seal(HERE, Secret.of(text));
  }

  private void refused(SecretPlace place, Sealed sealed) {
    assertThatThrownBy(() -> vault.open(place, sealed))
        .isInstanceOf(SealBrokenException.class)
        .hasMessageNotContaining(TEXT);
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return copy;
  }
}
