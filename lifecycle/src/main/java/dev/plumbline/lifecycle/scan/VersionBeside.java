package dev.plumbline.lifecycle.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version that templates of Azure write beside a model's name: {@code name = "gpt-4o"}, {@code
 * version = "2024-08-06"} together are pinned.
 */
final class VersionBeside {

  private static final Pattern VERSION =
      Pattern.compile(
          "(?im)^[^\\n]*?(?<![\\w-])[\"']?(?:model[_-]?)?version[\"']?\\s*[=:]\\s*(?:[\"']([\\w.-]+)[\"']|([0-9][\\w.-]*)|\\S)");
  private static final int FARTHEST = 400;

  private VersionBeside() {}

  /** The version as written, empty text for an expression; nothing when there is no version. */
  static Optional<String> find(Regions code, int start) {
    return first(behind(code, start)).or(() -> first(before(code, start)));
  }

  private static Optional<String> first(String block) {
    Matcher version = VERSION.matcher(block);
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
