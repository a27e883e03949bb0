package dev.plumbline.lifecycle.scan;

import dev.plumbline.lifecycle.scan.Regions.Region;
import dev.plumbline.lifecycle.scan.Regions.Sort;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A string together with those that are added to it: {@code "gpt-4o" + "-mini"} is one.
 *
 * @param content what stands between the quotes
 * @param isComputed whether something that is no string is added, too
 */
record Literal(int start, int end, String content, boolean isComputed) {

  /** One name, several with commas, or what a variable is by default. */
  private static final Pattern NAMES =
      Pattern.compile(
          "\\s*[\\w.:/@-]+(?:\\s*[,;|]\\s*[\\w.:/@-]+){0,50}\\s*|\\$\\{[\\w.]+:-?[\\w.:/@-]+}");

  private static final int LONGEST = 2000;

  static Literal around(Regions code, Region region) {
    Literal literal = new Literal(region.start(), region.end(), code.inner(region), false);
    return literal.withRight(code).withLeft(code);
  }

  boolean isNames() {
    return content.length() <= LONGEST && NAMES.matcher(content).matches();
  }

  private Literal withRight(Regions code) {
    int plus = code.behind(end);
    if (!isPlus(code, plus)) {
      return this;
    }
    if (end - start > LONGEST) {
      return new Literal(start, end, content, true);
    }
    int next = code.behind(plus + 1);
    Optional<Region> added = string(code, next);
    if (added.isEmpty()) {
      return new Literal(start, end, content, true);
    }
    Region other = added.get();
    return new Literal(start, other.end(), content + code.inner(other), isComputed).withRight(code);
  }

  private Literal withLeft(Regions code) {
    int plus = code.before(start);
    if (!isPlus(code, plus)) {
      return this;
    }
    if (end - start > LONGEST) {
      return new Literal(start, end, content, true);
    }
    Optional<Region> added = string(code, code.before(plus));
    if (added.isEmpty()) {
      return new Literal(start, end, content, true);
    }
    Region other = added.get();
    return new Literal(other.start(), end, code.inner(other) + content, isComputed).withLeft(code);
  }

  /** An addition, not {@code +=} and not a diff's margin. */
  private static boolean isPlus(Regions code, int at) {
    return code.at(at) == '+' && code.at(at + 1) != '=' && code.at(at - 1) != '\n';
  }

  private static Optional<Region> string(Regions code, int at) {
    return code.around(at).filter(region -> region.sort() == Sort.STRING);
  }
}
