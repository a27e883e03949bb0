package dev.plumbline.api.scan;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a {@code .gitignore}, by the rules of git's manual.
 *
 * @param isNegated whether it takes back what an earlier line ignored
 * @param foldersOnly whether only folders match
 * @param hasPath whether it is about the whole path from the file's folder, not about a name
 */
record IgnorePattern(boolean isNegated, boolean foldersOnly, boolean hasPath, Pattern pattern) {

  /** Empty for comments and empty lines. */
  static Optional<IgnorePattern> of(String line) {
    String text = withoutTrailingSpaces(line);
    boolean negated = text.startsWith("!");
    text = negated ? text.substring(1) : text;
    boolean folders = text.endsWith("/");
    text = folders ? text.substring(0, text.length() - 1) : text;
    if (text.isEmpty() || (!negated && text.startsWith("#"))) {
      return Optional.empty();
    }
    boolean hasPath = text.contains("/");
    String path = text.startsWith("/") ? text.substring(1) : text;
    return Optional.of(
        new IgnorePattern(negated, folders, hasPath, Pattern.compile(new Glob(path).regex())));
  }

  private static String withoutTrailingSpaces(String line) {
    String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ' && !(end > 1 && text.charAt(end - 2) == '\\')) {
      end--;
    }
    return text.substring(0, end);
  }

  /**
   * @param path from the folder of the file that holds the pattern
   */
  boolean matches(String path, boolean isFolder) {
    if (foldersOnly && !isFolder) {
      return false;
    }
    String subject = hasPath ? path : path.substring(path.lastIndexOf('/') + 1);
    return pattern.matcher(subject).matches();
  }

  /** Wildcards as a regular expression. */
  private static final class Glob {

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    Glob(String glob) {
      this.glob = glob;
    }

    String regex() {
      while (at < glob.length()) {
        char c = glob.charAt(at);
        switch (c) {
          case '*' -> stars();
          case '?' -> add("[^/]", 1);
          case '[' -> bracket();
          case '\\' -> escaped();
          default -> add(Pattern.quote(String.valueOf(c)), 1);
        }
      }
      return regex.toString();
    }

    private void add(String part, int length) {
      regex.append(part);
      at += length;
    }

    /** Two stars are folders only where they stand alone between slashes. */
    private void stars() {
      boolean atStart = at == 0 || glob.charAt(at - 1) == '/';
      if (atStart && glob.startsWith("**/", at)) {
        add("(?:[^/]+/)*+", 3);
      } else if (atStart && glob.startsWith("**", at) && at + 2 == glob.length()) {
        add(".+", 2);
      } else {
        int end = at;
        while (end < glob.length() && glob.charAt(end) == '*') {
          end++;
        }
        add("[^/]*", end - at);
      }
    }

    private void escaped() {
      if (at + 1 == glob.length()) {
        add("(?!)", 1); // git: a pattern that ends with a backslash matches nothing
      } else {
        add(Pattern.quote(glob.substring(at + 1, at + 2)), 2);
      }
    }

    /** A bracket that is not closed matches nothing. */
    private void bracket() {
      int close = closing();
      if (close < 0) {
        add("(?!)", glob.length() - at);
        return;
      }
      String inside = glob.substring(at + 1, close);
      boolean negated = inside.startsWith("!") || inside.startsWith("^");
      String set = negated ? inside.substring(1) : inside;
      add("(?!/)[" + (negated ? "^" : "") + setRegex(set) + "]", close + 1 - at);
    }

    private int closing() {
      int i = at + 1;
      if (i < glob.length() && (glob.charAt(i) == '!' || glob.charAt(i) == '^')) {
        i++;
      }
      if (i < glob.length() && glob.charAt(i) == ']') {
        i++; // a closing bracket that comes first is a member
      }
      while (i < glob.length() && glob.charAt(i) != ']') {
        i += glob.startsWith("[:", i) ? Math.max(1, glob.indexOf(":]", i) + 2 - i) : 1;
      }
      return i < glob.length() ? i : -1;
    }

    private static String setRegex(String set) {
      StringBuilder members = new StringBuilder();
      for (int i = 0; i < set.length(); i++) {
        int end = set.startsWith("[:", i) ? set.indexOf(":]", i) : -1;
        if (end > 0) {
          members.append(posix(set.substring(i + 2, end)));
          i = end + 1;
        } else if (set.charAt(i) == '-' && i > 0 && i + 1 < set.length()) {
          members.append('-');
        } else {
          i += set.charAt(i) == '\\' && i + 1 < set.length() ? 1 : 0;
          members.append("\\x{%x}".formatted((int) set.charAt(i)));
        }
      }
      return members.toString();
    }

    private static String posix(String name) {
      return switch (name) {
        case "alpha" -> "\\p{Alpha}";
        case "digit" -> "\\p{Digit}";
        case "alnum" -> "\\p{Alnum}";
        case "upper" -> "\\p{Upper}";
        case "lower" -> "\\p{Lower}";
        case "space" -> "\\s";
        case "punct" -> "\\p{Punct}";
        case "xdigit" -> "\\p{XDigit}";
        default -> "";
      };
    }
  }
}
