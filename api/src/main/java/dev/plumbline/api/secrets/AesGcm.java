package dev.plumbline.api.secrets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random 96-bit nonce. A key of ours seals few texts (a data key one, a master
 * key one for each row), far below the 2^32 after which random nonces become a risk.
 */
final class AesGcm {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int OVERHEAD = 1 + NONCE_BYTES + TAG_BITS / 8;

  private final SecureRandom random;

  AesGcm(SecureRandom random) {
    this.random = random;
  }

  /** Format version, nonce, ciphertext and tag. */
  byte[] seal(SecretKey key, byte[] text, byte[] context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
      ByteBuffer sealed = ByteBuffer.allocate(OVERHEAD + text.length).put(FORMAT).put(nonce);
      cipher.doFinal(ByteBuffer.wrap(text), sealed);
      return sealed.array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-256-GCM", e);
    }
  }

  /**
   * @throws SealBrokenException when a bit of the bytes, the key or the context is another one
   */
  byte[] open(SecretKey key, byte[] sealed, byte[] context) {
    if (sealed.length < OVERHEAD) {
      throw new SealBrokenException("what is stored is too short to be a sealed secret");
    }
    if (sealed[0] != FORMAT) {
      throw new SealBrokenException(
          "a sealed secret of format %d, which this Plumbline does not know".formatted(sealed[0]));
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
    int start = 1 + NONCE_BYTES;
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
          .doFinal(sealed, start, sealed.length - start);
    } catch (GeneralSecurityException e) {
      throw new SealBrokenException(
          "what is stored was altered, moved from elsewhere, or sealed by another key");
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {FORMAT});
    cipher.updateAAD(context);
    return cipher;
  }
}
