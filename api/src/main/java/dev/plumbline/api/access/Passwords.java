package dev.plumbline.api.access;

import dev.plumbline.api.problem.Input;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords: PBKDF2 with HMAC-SHA256 and the rounds that OWASP's Password Storage Cheat
 * Sheet names (600,000, seen 2026-11-21). The stored text holds its own parameters, so that they
 * can be raised.
 */
final class Passwords {

  private static final String SCHEME = "pbkdf2-sha256";
  private static final int ROUNDS = 600_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;
  private static final int FEWEST_KINDS = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Of the lists of leaked passwords, those that are long enough to pass the other rules. */
  private static final Set<String> COMMON =
      Set.of(
          "123456789012",
          "1234567890123",
          "12345678901234567890",
          "password1234",
          "password12345",
          "passwordpassword",
          "password123456",
          "qwertyuiop12",
          "qwertyuiop123",
          "qwertyuiopasdf",
          "1q2w3e4r5t6y",
          "1qaz2wsx3edc",
          "administrator",
          "administrator1",
          "letmeinletmein",
          "iloveyouiloveyou",
          "changeme1234",
          "welcome12345",
          "correcthorsebatterystaple",
          "plumblineplumbline");

  /** Compared with when there is nobody of that address, so that both take the same time. */
  private static final String OF_NOBODY = hash("nobody has this password".toCharArray());

  private Passwords() {}

  /**
   * The text to store for a new password.
   *
   * @throws dev.plumbline.api.problem.ProblemException 400 saying why it is not good enough
   */
  static String chosen(String password, String email) {
    String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
    int length = normal.codePointCount(0, normal.length());
    if (length < SHORTEST || length > LONGEST) {
      throw Input.refused(
          "password", "a password has %d to %d characters".formatted(SHORTEST, LONGEST));
    }
    String lower = normal.toLowerCase(Locale.ROOT);
    if (COMMON.contains(lower)
        || lower.contains(email)
        || lower.codePoints().distinct().count() < FEWEST_KINDS) {
      throw Input.refused("password", "this password is among the first that anybody would try");
    }
    return hash(normal.toCharArray());
  }

  static boolean matches(String password, String stored) {
    String[] parts = stored.split("\\$");
    if (parts.length != 4 || !parts[0].equals(SCHEME) || password.length() > 2 * LONGEST) {
      return false;
    }
    String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] given = derive(normal.toCharArray(), salt, Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(given, Base64.getDecoder().decode(parts[3]));
  }

  /** Takes as long as a comparison, and is never right. */
  static boolean matchesNobody(String password) {
    return matches(password, OF_NOBODY) && password.isEmpty();
  }

  private static String hash(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return String.join(
        "$",
        SCHEME,
        Integer.toString(ROUNDS),
        base64.encodeToString(salt),
        base64.encodeToString(derive(password, salt, ROUNDS)));
  }

  private static byte[] derive(char[] password, byte[] salt, int rounds) {
    PBEKeySpec key = new PBEKeySpec(password, salt, rounds, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
    } finally {
      key.clearPassword();
    }
  }
}
