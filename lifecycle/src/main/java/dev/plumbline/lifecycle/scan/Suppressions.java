package dev.plumbline.lifecycle.scan;

import dev.plumbline.lifecycle.scan.Regions.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments such as {@code plumbline:ignore gpt-4o -- reason}: they dismiss objections to a model,
 * or of a rule, in their line; alone in a line, in the line below.
 */
final class Suppressions {

  static final String MARK = "plumbline:ignore";

  private static final Pattern FORM =
      Pattern.compile(
          MARK
              + "[ \\t]+([^\\s,]+(?:[ \\t]*,[ \\t]*[^\\s,]+){0,20})(?:[ \\t]+--[ \\t]*([^\\n]*))?");

  private static final Pattern CLOSERS = Pattern.compile("\\s*(?:\\*/|-->|#}|\"\"\"|''')?\\s*$");

  /** One of them; its use is remembered, so that what suppresses nothing is seen. */
  static final class Suppression {

    private final int offset;
    private final int line;
    private final boolean isAlone;
    private final List<String> names;
    private final String reason;
    private boolean isUsed;

    private Suppression(int offset, int line, boolean isAlone, List<String> names, String reason) {
      this.offset = offset;
      this.line = line;
      this.isAlone = isAlone;
      this.names = List.copyOf(names);
      this.reason = reason;
    }

    int offset() {
      return offset;
    }

    boolean hasReason() {
      return !reason.isEmpty();
    }

    boolean isUsed() {
      return isUsed;
    }

    private boolean covers(int other, ScanFinding finding) {
      Mention mention = finding.mention();
      return hasReason()
          && (line == other || (isAlone && line + 1 == other))
          && (names.contains("*")
              || names.contains(mention.written())
              || names.contains(mention.name())
              || names.contains(finding.rule().id()));
    }
  }

  private final List<Suppression> all;

  private Suppressions(List<Suppression> all) {
    this.all = List.copyOf(all);
  }

  /** Those in comments; in prose, those that are complete, because prose also explains them. */
  static Suppressions in(Regions code, Lines lines, SourceKind kind) {
    List<Suppression> all = new ArrayList<>();
    if (code.text().contains(MARK)) {
      Matcher form = FORM.matcher(code.text());
      while (form.find()) {
        Suppression one = read(code, lines, form);
        boolean isProse = kind.language() == Language.PROSE;
        if (isProse ? one.hasReason() : isInComment(code, form.start())) {
          all.add(one);
        }
      }
    }
    return new Suppressions(all);
  }

  private static boolean isInComment(Regions code, int offset) {
    return code.around(offset).filter(region -> region.sort() == Sort.COMMENT).isPresent();
  }

  private static Suppression read(Regions code, Lines lines, Matcher form) {
    String reason = form.group(2) == null ? "" : CLOSERS.matcher(form.group(2)).replaceFirst("");
    int comment = code.around(form.start()).map(Regions.Region::start).orElse(form.start());
    boolean isAlone = code.text().substring(code.lineStart(comment), comment).isBlank();
    return new Suppression(
        form.start(),
        lines.line(form.start()),
        isAlone,
        List.of(form.group(1).split("[ \\t]*,[ \\t]*")),
        reason);
  }

  List<Suppression> all() {
    return all;
  }

  /**
   * @param line line of the finding in its passage
   */
  Optional<Dismissal> dismissal(int line, ScanFinding finding) {
    for (Suppression one : all) {
      if (one.covers(line, finding)) {
        one.isUsed = true;
        return Optional.of(new Dismissal.InSource(one.reason));
      }
    }
    return Optional.empty();
  }
}
