package dev.plumbline.lifecycle.probe.check;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that ends: it may look at characters only so often, because an expression of
 * a user on a text of a model could otherwise take for ever. The limit counts looks and not time,
 * so that the same answer gets the same result on every machine.
 */
public record LimitedPattern(String regex) {

  private static final int LONGEST_REGEX = 1_000;
  private static final int LONGEST_TEXT = 100_000;
  private static final int MOST_LOOKS = 2_000_000;

  public LimitedPattern {
    requireNonNull(regex, "regex");
    if (regex.isEmpty() || regex.length() > LONGEST_REGEX) {
      throw new IllegalArgumentException(
          "a regular expression has 1 to %,d characters, this one %,d"
              .formatted(LONGEST_REGEX, regex.length()));
    }
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("no regular expression: " + e.getDescription(), e);
    }
  }

  /** Whether the expression is found somewhere in the text. */
  public CheckResult in(String text) {
    if (text.length() > LONGEST_TEXT) {
      return CheckResult.undecided(
          "the answer is longer than %,d characters".formatted(LONGEST_TEXT));
    }
    try {
      return Pattern.compile(regex).matcher(new CountedText(text, new Looks())).find()
          ? CheckResult.passed()
          : CheckResult.failed("%s is not found in the answer".formatted(regex));
    } catch (LimitReachedException | StackOverflowError e) {
      return CheckResult.undecided("%s takes too long on this answer".formatted(regex));
    }
  }

  /** Counts how often it is looked at. */
  private record CountedText(CharSequence text, Looks looks) implements CharSequence {

    @Override
    public char charAt(int index) {
      looks.count();
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new CountedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class Looks {

    private int left = MOST_LOOKS;

    void count() {
      if (left-- <= 0) {
        throw new LimitReachedException();
      }
    }
  }

  private static final class LimitReachedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
