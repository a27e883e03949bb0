package dev.plumbline.api.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a body by Standard Webhooks 1.0: HMAC-SHA256 over id, time and body. */
final class StandardWebhook {

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private StandardWebhook() {}

  /**
   * @throws IllegalArgumentException for a secret that is not {@code whsec_} and base64 of 24 to 64
   *     bytes; its text is not in the message
   */
  static byte[] key(String secret) {
    byte[] key =
        secret.startsWith(PREFIX) ? decoded(secret.substring(PREFIX.length())) : new byte[0];
    if (key.length < SHORTEST || key.length > LONGEST) {
      throw new IllegalArgumentException(
          "a signing secret is whsec_ and base64 of %d to %d bytes".formatted(SHORTEST, LONGEST));
    }
    return key;
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** A new secret of those random bytes. */
  static String secret(byte[] random) {
    return PREFIX + Base64.getEncoder().encodeToString(random);
  }

  static Map<String, String> headers(String secret, String id, Instant at, byte[] body) {
    String seconds = Long.toString(at.getEpochSecond());
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", seconds,
        "webhook-signature", "v1," + signature(secret, id + "." + seconds + ".", body));
  }

  private static String signature(String secret, String before, byte[] body) {
    byte[] key = key(secret);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(before.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
