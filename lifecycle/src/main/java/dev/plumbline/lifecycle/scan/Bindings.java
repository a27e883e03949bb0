package dev.plumbline.lifecycle.scan;

import dev.plumbline.lifecycle.scan.Binding.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the code around a value: outwards through calls, objects and lists, some levels far. */
final class Bindings {

  private static final int LEVELS = 4;
  private static final int FARTHEST = 4000;
  private static final int LONGEST_SIBLINGS = 200;
  private static final Set<String> COMPARING =
      Set.of("case", "when", "in", "is", "eq", "ne", "-eq");
  private static final Set<String> SILENT =
      Set.of("return", "yield", "else", "or", "and", "if", "then", "await", "new", "const");
  private static final Pattern ASSIGNED =
      Pattern.compile("([\\w$.-]+)[\"']?\\]?\\s*(?::=|=>|\\?\\?=|\\|\\|=|=)\\s*[^=;]*$");
  private static final Pattern FLAG_ITEM =
      Pattern.compile("\\s*- [\"']?(--?[\\w-]*model[\\w-]*)[\"']?\\s*");
  private static final Pattern METHOD_BEHIND =
      Pattern.compile("\\.\\s*([A-Za-z_?]+)\\s*\\(.*", Pattern.DOTALL);

  private final Regions code;
  private final Language language;

  Bindings(Regions code, Language language) {
    this.code = code;
    this.language = language;
  }

  /** What binds the value between two offsets, its quotes included. */
  Binding of(int start, int end) {
    int first = withoutPrefix(start);
    if (isCompared(first, end)) {
      return new Binding(Relation.COMPARED, List.of());
    }
    if (isKey(first, end)) {
      return new Binding(Relation.KEY, List.of());
    }
    List<String> names = new ArrayList<>();
    Relation relation = language == Language.YAML ? inYaml(first, names) : outwards(first, names);
    if (names.stream().noneMatch(Wording::isAboutModels)) {
      Matcher assigned =
          ASSIGNED.matcher(
              code.text()
                  .substring(Math.max(code.lineStart(first), first - LONGEST_SIBLINGS), first));
      if (assigned.find()) {
        names.add(assigned.group(1));
      }
    }
    return new Binding(isComparing(relation, names) ? Relation.COMPARED : relation, names);
  }

  /** {@code it.equals("gpt-4o")}, {@code name in ("gpt-4o", "gpt-4")}. */
  private static boolean isComparing(Relation relation, List<String> names) {
    return (relation == Relation.ARGUMENT || relation == Relation.ITEM)
        && !names.isEmpty()
        && (COMPARING.contains(names.get(0)) || Wording.isComparison(names.get(0)));
  }

  /** Python's f, r, b and u before a quote. */
  private int withoutPrefix(int start) {
    int i = start;
    while (i > 0 && start - i < 2 && "fFrRbBuU@$".indexOf(code.at(i - 1)) >= 0) {
      i--;
    }
    return i < start && !isName(code.at(i - 1)) && Regions.isString(code.at(start)) ? i : start;
  }

  private boolean isCompared(int start, int end) {
    int before = code.before(start);
    int behind = code.behind(end);
    if (code.at(before) == '=' && "=!~".indexOf(code.at(before - 1)) >= 0) {
      return true;
    }
    if ((code.at(behind) == '=' || code.at(behind) == '!') && code.at(behind + 1) == '=') {
      return true;
    }
    if (COMPARING.contains(wordBefore(start)) || isWordAt(behind, "in")) {
      return true;
    }
    Matcher method = METHOD_BEHIND.matcher(snippet(behind));
    return method.matches() && Wording.isComparison(method.group(1));
  }

  private String snippet(int from) {
    return code.text().substring(from, Math.min(code.text().length(), from + 40));
  }

  private boolean isWordAt(int offset, String word) {
    return code.text().startsWith(word, offset)
        && Character.isWhitespace(code.at(offset + word.length()))
        && offset > 0
        && Character.isWhitespace(code.at(offset - 1));
  }

  private boolean isKey(int start, int end) {
    int behind = code.behind(end);
    char next = code.at(behind);
    char before = code.at(code.before(start));
    if (next == '=' && code.at(behind + 1) == '>') {
      return true;
    }
    if (next != ':' || code.at(behind + 1) == ':' || before == '?') {
      return false;
    }
    return "{,(".indexOf(before) >= 0 || isFirstInLine(start);
  }

  private boolean isFirstInLine(int start) {
    String left = code.text().substring(code.lineStart(start), start);
    return left.isBlank() || left.strip().equals("-");
  }

  private Relation outwards(int start, List<String> names) {
    Relation relation = Relation.NONE;
    int at = start;
    for (int level = 0; level < LEVELS; level++) {
      int before = code.before(at);
      Relation here = Relation.NONE;
      if (isAssignment(before)) {
        here = Relation.VALUE;
        names.add(nameBefore(operatorStart(before)));
      } else if (level == 0 && isName(code.at(before))) {
        here = wordRelation(at, names);
      } else if (level == 0 && isBehindFlag(before)) {
        here = Relation.VALUE;
        names.add(contentAt(code.before(before)));
      }
      int opener = opener(at);
      if (here == Relation.NONE && opener >= 0) {
        here = openedBy(opener);
      }
      relation = level == 0 ? here : relation;
      if (opener < 0 || openedBy(opener) == Relation.NONE) {
        break;
      }
      at = nextLevel(opener, at, names);
    }
    return relation;
  }

  /** {@code ["--model", "gpt-4o"]}. */
  private boolean isBehindFlag(int before) {
    int flag = code.before(before);
    return code.at(before) == ','
        && Regions.isString(code.at(flag))
        && contentAt(flag).startsWith("-")
        && Wording.isModel(contentAt(flag));
  }

  /** A flag, or a function that is called without brackets. */
  private Relation wordRelation(int at, List<String> names) {
    String word = wordBefore(at);
    if (SILENT.contains(word)) {
      return Relation.NONE;
    }
    names.add(word);
    return Relation.VALUE;
  }

  private int nextLevel(int opener, int at, List<String> names) {
    String name = nameBefore(opener - 1);
    if (!name.isEmpty()) {
      names.add(name);
    }
    if ("(<".indexOf(code.at(opener)) >= 0 && at - opener < LONGEST_SIBLINGS && at > opener + 1) {
      names.add(code.text().substring(opener + 1, at));
    }
    int before = code.before(opener);
    return isName(code.at(before)) ? nameStart(before) : opener;
  }

  /** A subscript looks its value up; a block of statements says nothing about what is in it. */
  private Relation openedBy(int opener) {
    char before = code.at(code.before(opener));
    return switch (code.at(opener)) {
      case '(' -> Relation.ARGUMENT;
      case '[' -> isName(code.at(opener - 1)) ? Relation.KEY : Relation.ITEM;
      case '<' -> Relation.ITEM;
      default -> ");}>".indexOf(before) >= 0 ? Relation.NONE : Relation.ITEM;
    };
  }

  /** The bracket that is open at an offset; -1 when none is near. */
  private int opener(int from) {
    int depth = 0;
    int farthest = Math.max(0, from - FARTHEST);
    for (int i = from - 1; i >= farthest; i--) {
      char c = code.at(i);
      if (c == ')' || c == ']' || c == '}') {
        depth++;
      } else if (c == '(' || c == '[' || c == '{' || isTag(c, i)) {
        if (depth == 0) {
          return i;
        }
        depth--;
      } else if (c == ';' && depth == 0 && language == Language.C_LIKE) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isTag(char c, int at) {
    return c == '<'
        && (language == Language.XML || language == Language.HTML)
        && isName(code.at(at + 1));
  }

  private boolean isAssignment(int at) {
    char c = code.at(at);
    boolean isArrow = c == '>' && (code.at(at - 1) == '=' || code.at(at - 1) == '-');
    boolean isElement = c == '>' && language == Language.XML;
    return c == '=' || isArrow || isElement || (c == ':' && code.at(at - 1) != ':' && !isElse(at));
  }

  /** The colon of {@code a ? "b" : "c"}. */
  private boolean isElse(int colon) {
    return code.around(code.before(colon))
        .filter(then -> code.at(code.before(then.start())) == '?')
        .isPresent();
  }

  private int operatorStart(int at) {
    int i = at;
    while (i > 0 && ":?|+&=>-".indexOf(code.at(i - 1)) >= 0) {
      i--;
    }
    return i - 1;
  }

  /** The name that ends before or at an offset: a word, or the content of a string. */
  private String nameBefore(int offset) {
    return nameBefore(offset, LEVELS);
  }

  private String nameBefore(int offset, int levels) {
    int end = skipBack(offset);
    char c = code.at(end);
    if (levels == 0) {
      return "";
    }
    if (c == ']' || c == '>') {
      return Regions.isString(code.at(end - 1))
          ? contentAt(end - 1)
          : nameBefore(typeStart(end) - 1, levels - 1);
    }
    if (Regions.isString(c)) {
      return contentAt(end);
    }
    if (!isName(c)) {
      return "";
    }
    int start = nameStart(end);
    int before = skipBack(start - 1);
    boolean isType =
        code.at(before) == ':' && code.at(before - 1) != ':' && isAssignment(code.behind(end + 1));
    return isType ? nameBefore(before - 1, levels - 1) : code.text().substring(start, end + 1);
  }

  private int skipBack(int offset) {
    int i = offset;
    while (i >= 0 && (code.at(i) == ' ' || code.at(i) == '\t' || code.at(i) == '?')) {
      i--;
    }
    return i;
  }

  private int typeStart(int end) {
    int i = end;
    while (i > 0 && end - i < LONGEST_SIBLINGS && code.at(i) != '[' && code.at(i) != '<') {
      i--;
    }
    return i;
  }

  private String contentAt(int offset) {
    return code.around(offset).map(code::inner).orElse("");
  }

  private int nameStart(int end) {
    int i = end;
    while (i > 0 && isName(code.at(i - 1))) {
      i--;
    }
    return i;
  }

  private String wordBefore(int start) {
    int end = code.before(start);
    if (end < 0 || !isName(code.at(end)) || code.text().substring(end, start).contains("\n")) {
      return "";
    }
    return code.text().substring(nameStart(end), end + 1);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c == '-';
  }

  /** In YAML the depth of a line says what it belongs to. */
  private Relation inYaml(int start, List<String> names) {
    int line = code.lineStart(start);
    String left = code.text().substring(line, start).stripTrailing();
    Relation relation = Relation.NONE;
    if (left.endsWith("-") && left.strip().equals("-")) {
      relation = Relation.ITEM;
      flagAbove(line).ifPresent(names::add);
    } else if (left.endsWith(":") || left.endsWith("=")) {
      relation = Relation.VALUE;
      names.add(nameBefore(line + left.length() - 2));
    } else if (left.endsWith("[") || left.endsWith(",") || left.endsWith("{")) {
      return outwards(start, names);
    } else if (!wordBefore(start).isEmpty()) {
      return wordRelation(start, names);
    }
    addParents(line, names);
    return relation;
  }

  private Optional<String> flagAbove(int line) {
    if (line == 0) {
      return Optional.empty();
    }
    Matcher flag = FLAG_ITEM.matcher(code.text().substring(code.lineStart(line - 1), line));
    return flag.matches() ? Optional.of(flag.group(1)) : Optional.empty();
  }

  private void addParents(int lineStart, List<String> names) {
    int depth = depth(lineStart);
    int line = lineStart;
    for (int seen = 0; line > 0 && depth > 0 && seen < LONGEST_SIBLINGS; seen++) {
      line = code.lineStart(line - 1);
      String text = code.text().substring(line, code.lineEnd(line)).strip();
      if (!text.isEmpty() && depth(line) < depth && text.contains(":")) {
        depth = depth(line);
        names.add(text.substring(0, text.indexOf(':')));
      }
    }
  }

  private int depth(int line) {
    int i = line;
    while (code.at(i) == ' ') {
      i++;
    }
    return i - line;
  }
}
