package dev.plumbline.lifecycle.deprecation.imports;

import dev.plumbline.lifecycle.deprecation.imports.table.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ids in a cell: those in code font, or else whatever has the form of an id. */
final class ModelCell {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern SEPARATORS = Pattern.compile("[|,;]|\\band\\b");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{1,119}");
  private static final Pattern NONE = Pattern.compile("[-–—]*|n/?a|none", Pattern.CASE_INSENSITIVE);

  private ModelCell() {}

  /** Empty when the cell names a product, an endpoint or nothing at all. */
  static List<String> ids(String cell) {
    String text = PlainText.of(cell);
    List<String> code = CODE.matcher(text).results().map(match -> match.group(1)).toList();
    Stream<String> parts =
        code.isEmpty() ? SEPARATORS.splitAsStream(text.replace("^", "")) : code.stream();
    List<String> names = parts.map(String::strip).filter(part -> !part.isEmpty()).toList();
    return names.stream().allMatch(ModelCell::isId) ? names : List.of();
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches() && text.chars().anyMatch(Character::isLetter);
  }

  /** What a cell names as replacement, in its own words. */
  static Optional<String> replacement(String cell) {
    String text = CODE.matcher(PlainText.of(cell)).replaceAll(ModelCell::uncoded).replace("^", "");
    return Optional.of(text.strip()).filter(words -> !NONE.matcher(words).matches());
  }

  private static String uncoded(MatchResult match) {
    return java.util.regex.Matcher.quoteReplacement(match.group(1));
  }
}
