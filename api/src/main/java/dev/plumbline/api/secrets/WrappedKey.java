package dev.plumbline.api.secrets;

import static java.util.Objects.requireNonNull;

/**
 * A data key under a master key.
 *
 * @param version of the master key
 * @param bytes format version, nonce, ciphertext and tag
 */
public record WrappedKey(String version, byte[] bytes) {

  public WrappedKey {
    requireNonNull(version, "version");
    requireNonNull(bytes, "bytes");
  }

  @Override
  public String toString() {
    return "WrappedKey[version=" + version + "]";
  }
}
