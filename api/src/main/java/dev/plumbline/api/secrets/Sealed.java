package dev.plumbline.api.secrets;

import static java.util.Objects.requireNonNull;

/**
 * A secret as it is stored.
 *
 * @param text format version, nonce, ciphertext and tag under the data key
 */
public record Sealed(WrappedKey key, byte[] text) {

  public Sealed {
    requireNonNull(key, "key");
    requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return "Sealed[" + key + "]";
  }
}
