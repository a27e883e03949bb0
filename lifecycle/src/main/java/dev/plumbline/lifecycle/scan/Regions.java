package dev.plumbline.lifecycle.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The comments and strings of a text; the rest is code. */
final class Regions {

  enum Sort {
    CODE,
    STRING,
    COMMENT,
    DOCSTRING
  }

  /**
   * @param start offset of the first mark
   * @param end offset behind the last mark
   * @param innerStart offset of the first character between the marks
   */
  record Region(Sort sort, int start, int end, int innerStart, int innerEnd) {

    boolean contains(int offset) {
      return start <= offset && offset < end;
    }
  }

  private static final char FILLER = '\u0001';

  private final String text;
  private final List<Region> regions;
  private final char[] masked;

  Regions(String text, List<Region> regions) {
    this.text = text;
    this.regions = List.copyOf(regions);
    this.masked = masked(text, this.regions);
  }

  static Regions of(String text, Language language) {
    return new Regions(text, new Lexer(text, language).regions());
  }

  private static char[] masked(String text, List<Region> regions) {
    char[] masked = text.toCharArray();
    for (Region region : regions) {
      if (region.sort() == Sort.STRING) {
        Arrays.fill(masked, region.start(), region.end(), FILLER);
      } else {
        Arrays.fill(masked, region.start(), region.end(), ' ');
      }
    }
    return masked;
  }

  String text() {
    return text;
  }

  /** The character of code there; a space in comments and {@link #isString} in strings. */
  char at(int offset) {
    return offset < 0 || offset >= masked.length ? '\n' : masked[offset];
  }

  static boolean isString(char c) {
    return c == FILLER;
  }

  /** The comment or string around an offset. */
  Optional<Region> around(int offset) {
    int low = 0;
    int high = regions.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Region region = regions.get(middle);
      if (region.contains(offset)) {
        return Optional.of(region);
      }
      if (region.start() > offset) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return Optional.empty();
  }

  String inner(Region region) {
    return text.substring(region.innerStart(), region.innerEnd());
  }

  /** The last offset before this one that is no white space of code; -1 when there is none. */
  int before(int offset) {
    int i = offset - 1;
    while (i >= 0 && Character.isWhitespace(masked[i])) {
      i--;
    }
    return i;
  }

  /** The first offset from this one on that is no white space of code. */
  int behind(int offset) {
    int i = offset;
    while (i < masked.length && Character.isWhitespace(masked[i])) {
      i++;
    }
    return i;
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }

  /** Reads a text once from its beginning. */
  private static final class Lexer {

    private final String text;
    private final Language language;
    private final List<String> lineComments;
    private final List<String> blockComments;
    private final List<Region> found = new ArrayList<>();
    private int at;

    Lexer(String text, Language language) {
      this.text = text;
      this.language = language;
      this.lineComments = language.lineComments();
      this.blockComments = language.blockComments();
    }

    List<Region> regions() {
      while (at < text.length()) {
        char c = text.charAt(at);
        boolean isMark = mayBeginComment(c) || mayBeginString(c);
        if (!isMark || !(comment() || (language.isQuote(c) && string(c)))) {
          at++;
        }
      }
      return found;
    }

    private static boolean mayBeginComment(char c) {
      return c == '#' || c == '/' || c == ';' || c == '-' || c == '<' || c == '!';
    }

    private static boolean mayBeginString(char c) {
      return c == '"' || c == '\'' || c == '`';
    }

    private boolean comment() {
      for (String opener : lineComments) {
        if (text.startsWith(opener, at) && beginsComment()) {
          int end = text.indexOf('\n', at);
          add(Sort.COMMENT, end < 0 ? text.length() : end, opener.length(), 0);
          return true;
        }
      }
      List<String> blocks = blockComments;
      for (int i = 0; i < blocks.size(); i += 2) {
        if (text.startsWith(blocks.get(i), at)) {
          int close = text.indexOf(blocks.get(i + 1), at + 2);
          int end = close < 0 ? text.length() : close + blocks.get(i + 1).length();
          add(Sort.COMMENT, end, blocks.get(i).length(), 0);
          return true;
        }
      }
      return false;
    }

    /** A hash inside a word is none, and neither are the slashes of an address. */
    private boolean beginsComment() {
      if (at == 0) {
        return true;
      }
      if (language.commentsWholeLines()) {
        return text.substring(text.lastIndexOf('\n', at - 1) + 1, at).isBlank();
      }
      char before = text.charAt(at - 1);
      return text.charAt(at) == '/'
          ? before != ':'
          : Character.isWhitespace(before) || ";)".indexOf(before) >= 0;
    }

    private boolean string(char quote) {
      String triple = String.valueOf(quote).repeat(3);
      if (language.hasTripleQuotes() && text.startsWith(triple, at)) {
        int close = text.indexOf(triple, at + 3);
        int end = close < 0 ? text.length() : close + 3;
        add(isDocstring() ? Sort.DOCSTRING : Sort.STRING, end, 3, close < 0 ? 0 : 3);
        return true;
      }
      int close = closing(quote);
      if (close < 0 || isApostrophe(quote)) {
        return false;
      }
      add(Sort.STRING, close + 1, 1, 1);
      return true;
    }

    /** Where values need no quotes, one inside a word belongs to the word. */
    private boolean isApostrophe(char quote) {
      return quote == '\''
          && at > 0
          && (language.hasBareValues() || language == Language.HTML)
          && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** Only backticks reach over the end of a line; -1 when the string is not closed. */
    private int closing(char quote) {
      for (int i = at + 1; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == quote) {
          return i;
        }
        if (c == '\\') {
          i++;
        } else if (c == '\n' && quote != '`') {
          return -1;
        }
      }
      return -1;
    }

    /** A Python string that is a statement of its own. */
    private boolean isDocstring() {
      if (language != Language.PYTHON) {
        return false;
      }
      int line = text.lastIndexOf('\n', at - 1) + 1;
      if (!text.substring(line, at).matches("\\s*[rRuUbBfF]{0,2}")) {
        return false;
      }
      String before = text.substring(Math.max(0, line - 200), line).stripTrailing();
      return before.isEmpty() || "=(,[{+\\".indexOf(before.charAt(before.length() - 1)) < 0;
    }

    private void add(Sort sort, int end, int opener, int closer) {
      int inner = Math.min(at + opener, end);
      found.add(new Region(sort, at, end, inner, Math.max(inner, end - closer)));
      at = end;
    }
  }
}
