package dev.plumbline.api.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A message by Standard Webhooks 1.0: signed are its id, the moment of sending and the bytes of its
 * body.
 *
 * @param id the same for every attempt
 * @param signatures space-separated {@code v1,<base64>}; several while a secret is replaced
 */
record SignedMessage(String id, Instant at, String signatures, byte[] body) {

  /** Clocks differ, and an older message may be one that somebody recorded. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern ID = Pattern.compile("[!-~]{1,256}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
  private static final int LONGEST_SIGNATURES = 2_000;
  private static final int MOST_SIGNATURES = 10;
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST_SECRET = 24;
  private static final int LONGEST_SECRET = 64;

  SignedMessage {
    requireNonNull(at, "at");
    requireNonNull(signatures, "signatures");
    body = body.clone();
    if (!ID.matcher(id).matches() || signatures.length() > LONGEST_SIGNATURES) {
      throw new IllegalArgumentException("not the headers of a signed message");
    }
  }

  /**
   * A message with the texts of its three headers.
   *
   * @throws IllegalArgumentException when they are none
   */
  static SignedMessage of(String id, String timestamp, String signatures, byte[] body) {
    if (!SECONDS.matcher(timestamp).matches()) {
      throw new IllegalArgumentException("not the headers of a signed message");
    }
    return new SignedMessage(
        id, Instant.ofEpochSecond(Long.parseLong(timestamp)), signatures, body);
  }

  boolean isFresh(Instant now) {
    return Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
  }

  /**
   * Whether one of the signatures is by that secret. Every one is compared, in constant time.
   *
   * @param secret {@code whsec_} and base64, or base64 alone
   */
  boolean isSignedBy(String secret) {
    byte[] expected = Base64.getEncoder().encode(mac(secret));
    boolean found = false;
    for (String signature :
        Arrays.stream(signatures.split(" ", -1)).limit(MOST_SIGNATURES).toList()) {
      byte[] given =
          signature.startsWith("v1,") ? signature.substring(3).getBytes(US_ASCII) : new byte[0];
      found |= MessageDigest.isEqual(expected, given);
    }
    return found;
  }

  private byte[] mac(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      mac.update((id + "." + at.getEpochSecond() + ".").getBytes(US_ASCII));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /**
   * The bytes of a secret.
   *
   * @throws IllegalArgumentException without the text, when it is none of 24 to 64 bytes
   */
  static byte[] key(String secret) {
    byte[] key;
    try {
      key =
          Base64.getDecoder()
              .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a webhook's secret is whsec_ and base64");
    }
    if (key.length < SHORTEST_SECRET || key.length > LONGEST_SECRET) {
      throw new IllegalArgumentException("a webhook's secret has 24 to 64 bytes");
    }
    return key;
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  @Override
  public String toString() {
    return "message " + id;
  }
}
