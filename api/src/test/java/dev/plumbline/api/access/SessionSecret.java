package dev.plumbline.api.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a browser knows of its session. */
record SessionSecret(String cookie) {

  static final String COOKIE_NAME = "__Host-plumbline-session";

  /** As a page of ours sends them. */
  Map<String, String> headers() {
    return Map.of(
        "Cookie",
        COOKIE_NAME + "=" + cookie,
        "X-CSRF-Token",
        csrfToken(),
        "Sec-Fetch-Site",
        "same-origin");
  }

  String csrfToken() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(cookie.getBytes(US_ASCII), "HmacSHA256"));
      return base64(mac.doFinal("plumbline csrf 1".getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
