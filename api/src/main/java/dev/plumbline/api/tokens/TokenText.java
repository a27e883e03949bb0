package dev.plumbline.api.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.plumbline.core.hash.Sha256;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A token as its holder has it: {@code plb_live_<id>_<32 random bytes><checksum>}, both in base 62.
 * The prefix and the checksum let scanners of leaked secrets find it, and let us refuse a mistyped
 * one without asking anybody.
 */
final class TokenText {

  static final String PREFIX = "plb_live_";

  private static final int SECRET_BYTES = 32;
  private static final int SECRET_DIGITS = 43; // 62^43 is just more than 2^256
  private static final int CHECKSUM_DIGITS = 6; // 62^6 is more than 2^32
  private static final int ID_DIGITS = 12;
  private static final Pattern FORM =
      Pattern.compile("(plb_live_([0-9A-Za-z]{8,32})_([0-9A-Za-z]{43}))([0-9A-Za-z]{6})");
  private static final int LONGEST = PREFIX.length() + 32 + 1 + SECRET_DIGITS + CHECKSUM_DIGITS;

  private final String id;
  private final String secret;

  private TokenText(String id, String secret) {
    this.id = requireNonNull(id, "id");
    this.secret = requireNonNull(secret, "secret");
  }

  /**
   * A new one.
   *
   * @param chance cryptographically strong
   */
  static TokenText make(Random chance) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_DIGITS; i++) {
      id.append(Base62.DIGITS.charAt(chance.nextInt(Base62.DIGITS.length())));
    }
    byte[] secret = new byte[SECRET_BYTES];
    chance.nextBytes(secret);
    return new TokenText(id.toString(), Base62.text(new BigInteger(1, secret), SECRET_DIGITS));
  }

  /** The token, if the text has its form and its checksum is right. */
  static Optional<TokenText> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches() || !checksum(form.group(1)).equals(form.group(4))) {
      return Optional.empty();
    }
    return Base62.number(form.group(3), SECRET_BYTES * 8)
        .map(number -> new TokenText(form.group(2), form.group(3)));
  }

  /** The public part, by which it is stored and named. */
  String id() {
    return id;
  }

  /** What is stored of the secret: a fast hash is right for 256 random bits. */
  byte[] hash() {
    return Sha256.of(secret);
  }

  /** Whether the stored hash is that of this secret; takes equally long for every wrong one. */
  boolean matches(byte[] stored) {
    return MessageDigest.isEqual(hash(), stored);
  }

  /** The whole token. It is shown once, to whoever made it. */
  String reveal() {
    String signed = PREFIX + id + "_" + secret;
    return signed + checksum(signed);
  }

  /** How a token is named where its secret must not be. */
  static String shown(String id) {
    return PREFIX + id + "_…";
  }

  @Override
  public String toString() {
    return shown(id);
  }

  private static String checksum(String signed) {
    CRC32 crc = new CRC32();
    crc.update(signed.getBytes(UTF_8));
    return Base62.text(BigInteger.valueOf(crc.getValue()), CHECKSUM_DIGITS);
  }
}
