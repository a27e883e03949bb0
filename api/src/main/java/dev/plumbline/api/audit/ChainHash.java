package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * SHA-256 over a version byte, the hash of the entry before, and the entry's fields. Every field
 * has its length in front: joined by a separator, two different entries could read the same.
 */
record ChainHash(byte[] bytes) {

  private static final byte VERSION = 1;
  private static final int LENGTH = 32;
  private static final int ABSENT = -1;

  /** What the first entry of every chain follows. */
  static final ChainHash START = new ChainHash(new byte[LENGTH]);

  ChainHash {
    requireNonNull(bytes, "bytes");
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    bytes = bytes.clone();
  }

  /**
   * @throws IllegalArgumentException when these are not 64 hexadecimal digits
   */
  static ChainHash parse(String digits) {
    return new ChainHash(HexFormat.of().parseHex(digits));
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  ChainHash after(AuditEntry entry) {
    MessageDigest digest = Sha256.begin();
    digest.update(VERSION);
    digest.update(bytes);
    put(digest, entry.organisation().id().toString());
    put(digest, Long.toString(entry.number()));
    put(digest, entry.at().toString());
    put(digest, entry.actor().kind().name().toLowerCase(Locale.ROOT));
    put(digest, entry.actor().id());
    put(digest, entry.actor().name());
    put(digest, entry.action());
    put(digest, entry.subjectKind());
    put(digest, entry.subjectId());
    put(digest, entry.before());
    put(digest, entry.after());
    return new ChainHash(digest.digest());
  }

  private static void put(MessageDigest digest, Optional<String> field) {
    field.ifPresentOrElse(text -> put(digest, text), () -> digest.update(lengthOf(ABSENT)));
  }

  private static void put(MessageDigest digest, String field) {
    byte[] text = field.getBytes(StandardCharsets.UTF_8);
    digest.update(lengthOf(text.length));
    digest.update(text);
  }

  private static byte[] lengthOf(int length) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
