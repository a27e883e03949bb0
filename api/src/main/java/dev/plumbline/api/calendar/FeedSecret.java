package dev.plumbline.api.calendar;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.hash.Sha256;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** The part of a feed's address that nobody guesses: {@code plb_feed_} and 256 random bits. */
final class FeedSecret {

  private static final String PREFIX = "plb_feed_"; // so that scanners of leaked secrets find it
  private static final int BYTES = 32;
  private static final int LENGTH = PREFIX.length() + 43;
  private static final Pattern FORM = Pattern.compile("plb_feed_[A-Za-z0-9_-]{43}");

  private final String text;

  private FeedSecret(String text) {
    this.text = requireNonNull(text, "text");
  }

  /**
   * A new one.
   *
   * @param chance cryptographically strong
   */
  static FeedSecret make(Random chance) {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return new FeedSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static Optional<FeedSecret> parse(String text) {
    return text.length() == LENGTH && FORM.matcher(text).matches()
        ? Optional.of(new FeedSecret(text))
        : Optional.empty();
  }

  /** What is stored: a fast hash is right for 256 random bits. */
  byte[] hash() {
    return Sha256.of(text);
  }

  /** The whole secret. It is shown once, to whoever made the feed. */
  String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
