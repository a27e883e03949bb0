package dev.plumbline.api.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens secrets, in memory only: storing them is up to the caller.
 *
 * <p>The master key's version is authenticated with the wrapped data key. The text is bound to the
 * place alone, so that a new master key re-wraps 32 bytes and never touches the text.
 */
@ApplicationScoped
public class Vault {

  private static final String WRAPPED = "plumbline data key";
  private static final String TEXT = "plumbline secret";

  private final MasterKeys masters;
  private final SecureRandom random;
  private final AesGcm cipher;

  Vault(MasterKeys masters) {
    this.masters = masters;
    random = new SecureRandom();
    cipher = new AesGcm(random);
  }

  /**
   * Under a new data key.
   *
   * @throws dev.plumbline.api.problem.ProblemException 503 with the remedy, without a master key
   */
  public Sealed seal(SecretPlace place, Secret secret) {
    String version = masters.current();
    byte[] dataKey = new byte[MasterKey.BYTES];
    random.nextBytes(dataKey);
    try {
      byte[] text = cipher.seal(aes(dataKey), secret.bytes(), place.context(TEXT));
      return new Sealed(masters.wrap(version, dataKey, place.context(WRAPPED, version)), text);
    } finally {
      Arrays.fill(dataKey, (byte) 0);
    }
  }

  /**
   * The caller closes the secret.
   *
   * @throws MasterKeyMissingException when its master key is not configured
   * @throws SealBrokenException when it was altered or does not belong there
   */
  public Secret open(SecretPlace place, Sealed sealed) {
    byte[] dataKey = unwrap(place, sealed.key());
    try {
      return Secret.ofBytes(cipher.open(aes(dataKey), sealed.text(), place.context(TEXT)));
    } finally {
      Arrays.fill(dataKey, (byte) 0);
    }
  }

  /** The same data key under the current master key; failing as {@link #open} does. */
  public WrappedKey rewrap(SecretPlace place, WrappedKey wrapped) {
    String version = masters.current();
    byte[] dataKey = unwrap(place, wrapped);
    try {
      return masters.wrap(version, dataKey, place.context(WRAPPED, version));
    } finally {
      Arrays.fill(dataKey, (byte) 0);
    }
  }

  private byte[] unwrap(SecretPlace place, WrappedKey wrapped) {
    return masters.unwrap(wrapped, place.context(WRAPPED, wrapped.version()));
  }

  private static SecretKey aes(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }
}
