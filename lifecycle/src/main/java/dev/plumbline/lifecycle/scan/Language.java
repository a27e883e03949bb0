package dev.plumbline.lifecycle.scan;

import java.util.List;

/** How a file writes comments and strings, as far as a scan must know it. */
public enum Language {
  C_LIKE("//", "/* */ <!-- -->", "\"'`", false),
  PYTHON("#", "", "\"'", false),
  HASH("#", "", "\"'", false),
  SHELL("#", "", "\"'", true),
  YAML("#", "", "\"'", true),
  /** {@code .properties}, {@code .env}, {@code .ini}. */
  PROPERTIES("# ; !", "", "\"'", true),
  TOML("#", "", "\"'", false),
  HCL("# //", "/* */", "\"", false),
  BICEP("//", "/* */", "'", false),
  JSON("//", "/* */", "\"", false),
  DASHES("--", "/* */", "\"'", false),
  LISP(";", "", "\"", false),
  XML("", "<!-- -->", "\"'", true),
  HTML("", "<!-- -->", "\"'", false),
  PROSE("", "", "", false);

  private final String lineComments;
  private final String blockComments;
  private final String quotes;
  private final boolean bareValues;

  Language(String lineComments, String blockComments, String quotes, boolean bareValues) {
    this.lineComments = lineComments;
    this.blockComments = blockComments;
    this.quotes = quotes;
    this.bareValues = bareValues;
  }

  List<String> lineComments() {
    return words(lineComments);
  }

  /** Openers, each followed by what closes it. */
  List<String> blockComments() {
    return words(blockComments);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  boolean isQuote(char c) {
    return quotes.indexOf(c) >= 0;
  }

  /** Whether a value can stand without quotes. */
  boolean hasBareValues() {
    return bareValues;
  }

  /** Whether a comment may begin only at the beginning of a line. */
  boolean commentsWholeLines() {
    return this == PROPERTIES;
  }

  boolean hasTripleQuotes() {
    return this == PYTHON || this == C_LIKE || this == TOML || this == BICEP;
  }
}
