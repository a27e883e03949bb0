package dev.plumbline.api.secrets;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * A key that wraps data keys.
 *
 * @param version its name, stored beside what it wraps
 */
record MasterKey(String version, SecretKey key) {

  static final int BYTES = 32;

  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z._-]{1,40}");

  MasterKey {
    requireNonNull(key, "key");
    if (!isVersion(version)) {
      throw new IllegalArgumentException(
          "a version has 1 to 40 letters, digits, dots, dashes and underscores");
    }
  }

  static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "MasterKey[" + version + "]";
  }
}
