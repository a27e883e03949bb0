package dev.plumbline.lifecycle.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The version that templates of Azure write beside a model's name: {@code name = "gpt-4o"}, {@code
 * version = "2024-08-06"} together are pinned.
 */
final class VersionBeside {

  private static final Pattern VERSION =
      Pattern.compile(
          "(?i)(?<![\\w-])[\"']?(?:model[_-]?)?version[\"']?\\s*[=:]\\s*(?:[\"']([\\w.-]+)[\"']|([0-9][\\w.-]*)|\\S)");
  private static final int FARTHEST = 400;

  private VersionBeside() {}

  /** The version as written, empty text for an expression; nothing when there is no version. */
  static Optional<String> find(Regions code, int start) {
    int depth = depth(code.text().substring(code.lineStart(start), start));
    List<String> behind = behind(code, start).lines().toList();
    List<String> before = new ArrayList<>(before(code, start).lines().toList());
    Collections.reverse(before);
    Stream<String> sameDepth =
        Stream.concat(
                behind.stream().skip(1).takeWhile(line -> depth(line) >= depth),
                before.stream().takeWhile(line -> depth(line) >= depth))
            .filter(line -> depth(line) == depth);
    return Stream.concat(behind.stream().limit(1), sameDepth)
        .flatMap(line -> version(line).stream())
        .findFirst();
  }

  /** White space and dashes of lists before the first word. */
  private static int depth(String line) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '-')) {
      i++;
    }
    return i;
  }

  private static Optional<String> version(String line) {
    Matcher version = VERSION.matcher(line);
    if (!version.find()) {
      return Optional.empty();
    }
    String quoted = version.group(1);
    String bare = version.group(2);
    return Optional.of(quoted != null ? quoted : bare != null ? bare : "");
  }

  /** The rest of the block, without blocks inside it. */
  private static String behind(Regions code, int start) {
    StringBuilder block = new StringBuilder();
    int depth = 0;
    for (int i = start; i < code.text().length() && i - start < FARTHEST; i++) {
      char c = code.at(i);
      depth += isOpener(c) ? 1 : isCloser(c) ? -1 : 0;
      if (depth < 0 || isBlankLine(code, i + 1) || isItem(code, i)) {
        break;
      }
      if (depth == 0) {
        block.append(code.text().charAt(i));
      }
    }
    return block.toString();
  }

  private static String before(Regions code, int start) {
    StringBuilder block = new StringBuilder();
    int depth = 0;
    for (int i = start; i > 0 && start - i < FARTHEST; i--) {
      char c = code.at(i - 1);
      depth += isCloser(c) ? 1 : isOpener(c) ? -1 : 0;
      if (depth < 0 || isBlankLine(code, i) || isItem(code, i)) {
        break;
      }
      if (depth == 0) {
        block.append(code.text().charAt(i - 1));
      }
    }
    return block.reverse().toString();
  }

  /** Whether an item of a YAML list begins here. */
  private static boolean isItem(Regions code, int at) {
    return code.at(at) == '-'
        && code.at(at + 1) == ' '
        && code.text().substring(code.lineStart(at), at).isBlank();
  }

  private static boolean isBlankLine(Regions code, int at) {
    return code.at(at - 1) == '\n' && code.at(at) == '\n';
  }

  private static boolean isOpener(char c) {
    return c == '{' || c == '(';
  }

  private static boolean isCloser(char c) {
    return c == '}' || c == ')';
  }
}
