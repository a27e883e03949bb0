package dev.plumbline.lifecycle.scan;

import dev.plumbline.lifecycle.scan.Binding.Relation;
import dev.plumbline.lifecycle.scan.Regions.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what a place does with a name, by the file's role and the text around it. */
final class UsageJudge {

  /**
   * A verdict.
   *
   * @param binding what takes the value; without names where nothing does
   */
  record Judged(Usage usage, Binding binding) {

    static Judged of(Usage usage) {
      return new Judged(usage, NOTHING);
    }
  }

  private static final Binding NOTHING = new Binding(Relation.NONE, List.of());

  private static final Binding MODEL_OF_TEXT = new Binding(Relation.VALUE, List.of("model"));

  /** A body of JSON, a flag or a query inside a longer text. */
  private static final Pattern BOUND_IN_TEXT =
      Pattern.compile(
          ".*(?:[\"'\\\\]{1,4}(?:[\\w-]*model[\\w-]*|engine)[\"'\\\\]{1,4}\\s*:\\s*[\"'\\\\]{1,4}"
              + "|(?:^|\\s)--?[\\w-]*model[= ][\"'\\\\]{0,2}|\\b[\\w]*model=)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int LOOK_BACK = 80;
  private static final Set<String> NAMING_KEYS =
      Set.of(
          "enum",
          "example",
          "examples",
          "description",
          "title",
          "comment",
          "label",
          "keywords",
          "tags",
          "summary",
          "$comment");

  private final SourceKind kind;
  private final Regions code;
  private final Bindings bindings;

  UsageJudge(SourceKind kind, Regions code) {
    this.kind = kind;
    this.code = code;
    this.bindings = new Bindings(code, kind.language());
  }

  /** Empty when what stands there is no name: a piece of an expression, or an ordinary word. */
  Optional<Judged> judge(Token token, NamedModel name) {
    Optional<Region> region = code.around(token.start());
    if (!kind.role().isLive()) {
      return isExpression(region) || name.isOrdinaryWord()
          ? Optional.empty()
          : Optional.of(Judged.of(kind.role().usage()));
    }
    Optional<Judged> judged = region.map(it -> inRegion(it, token)).orElseGet(() -> bare(token));
    return judged.filter(
        it -> !name.isOrdinaryWord() || (it.usage().isLive() && it.binding().takesOrdinaryWord()));
  }

  private boolean isExpression(Optional<Region> region) {
    Language language = kind.language();
    return region.isEmpty()
        && language != Language.PROSE
        && language != Language.HTML
        && !language.hasBareValues();
  }

  private Optional<Judged> inRegion(Region region, Token token) {
    return switch (region.sort()) {
      case COMMENT -> Optional.of(Judged.of(Usage.COMMENT));
      case DOCSTRING -> Optional.of(Judged.of(Usage.PROSE));
      case STRING -> Optional.of(inString(region, token));
      case CODE -> Optional.empty();
    };
  }

  private Judged inString(Region region, Token token) {
    Literal literal = Literal.around(code, region);
    if (!literal.isNames()) {
      return token.isAddress() || isBoundInText(token) ? called() : Judged.of(Usage.TEXT);
    }
    if (literal.isComputed()) {
      return Judged.of(Usage.PART_OF_NAME);
    }
    return bound(bindings.of(literal.start(), literal.end()));
  }

  private Judged called() {
    return bound(MODEL_OF_TEXT);
  }

  private boolean isBoundInText(Token token) {
    String before = code.text().substring(Math.max(0, token.start() - LOOK_BACK), token.start());
    return BOUND_IN_TEXT.matcher(before).matches();
  }

  private Judged bound(Binding binding) {
    if (binding.isListed()
        || (!binding.names().isEmpty() && NAMING_KEYS.contains(binding.names().get(0)))) {
      return new Judged(Usage.LISTED, binding);
    }
    if (kind.role() == SourceKind.Role.CONFIGURATION) {
      return new Judged(Usage.CONFIGURATION, binding);
    }
    if (binding.relation() == Relation.ITEM) {
      return new Judged(Usage.LISTED, binding);
    }
    return new Judged(binding.isAboutModels() ? Usage.CALL_SITE : Usage.LITERAL, binding);
  }

  /** A name without quotes, which only some languages allow. */
  private Optional<Judged> bare(Token token) {
    if (kind.language() == Language.HTML) {
      return Optional.of(Judged.of(Usage.TEXT));
    }
    if (!kind.language().hasBareValues()) {
      return Optional.empty();
    }
    Binding binding = bindings.of(token.start(), token.end());
    if (isValue(token, binding)) {
      return Optional.of(bound(binding));
    }
    return Optional.of(isBoundInText(token) ? called() : Judged.of(Usage.TEXT));
  }

  private boolean isValue(Token token, Binding binding) {
    char before = code.at(token.start() - 1);
    char behind = code.at(lineBehind(token.end()));
    return switch (binding.relation()) {
      case KEY, COMPARED -> true;
      case VALUE -> before == '=' || (isEnd(behind) && isBehindMark(token)) || isFlag(binding);
      case ITEM, ARGUMENT -> isEnd(behind);
      case NONE -> false;
    };
  }

  private boolean isBehindMark(Token token) {
    int before = code.before(token.start());
    return "=:>".indexOf(code.at(before)) >= 0 || isSetting(token);
  }

  /** {@code ENV MODEL gpt-4o}. */
  private boolean isSetting(Token token) {
    String left = code.text().substring(code.lineStart(token.start()), token.start());
    return left.matches("\\s*(?:ENV|ARG)\\s+\\w+\\s+");
  }

  private static boolean isFlag(Binding binding) {
    return binding.names().get(0).startsWith("-") && binding.isNearestModel();
  }

  private int lineBehind(int offset) {
    int i = offset;
    while (code.at(i) == ' ' || code.at(i) == '\t' || code.at(i) == '\r') {
      i++;
    }
    return i;
  }

  private static boolean isEnd(char c) {
    return c == '\n' || ",]})<;".indexOf(c) >= 0;
  }
}
