package dev.plumbline.api.members;

import java.util.Locale;
import java.util.regex.Pattern;

/** An address in lower case. Whether somebody reads it is only known once they signed in. */
public record EmailAddress(String text) {

  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
              + "(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?){0,20}");

  public EmailAddress {
    text = text.strip().toLowerCase(Locale.ROOT);
    if (!isSound(text)) {
      throw new IllegalArgumentException(
          "not an email address such as ada@example.com; write other letters of a domain as xn--…");
    }
  }

  /** Whether a text is one, in whatever case. */
  static boolean isSound(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST && FORM.matcher(lower).matches();
  }
}
