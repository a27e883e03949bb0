package dev.plumbline.lifecycle.deprecation.imports.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pipe tables under {@code #} headings; what stands in code fences is not read. */
final class MarkdownSections {

  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.+?)\\s*#*$");
  private static final Pattern RULE =
      Pattern.compile("^\\|?\\s*:?-{2,}:?\\s*(\\|\\s*:?-{2,}:?\\s*)*\\|?$");
  private static final Pattern FOOTNOTE = Pattern.compile("<sup>.*?</sup>|\\[\\^[^\\]]*\\]");
  private static final Pattern TAG = Pattern.compile("<[^<>]{1,200}>");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

  private final List<String> lines;
  private final SectionBuilder built = new SectionBuilder();

  MarkdownSections(String text) {
    this.lines = text.lines().toList();
  }

  List<PageSection> read() {
    boolean fenced = false;
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at).strip();
      if (line.startsWith("```") || line.startsWith("~~~")) {
        fenced = !fenced;
        at++;
      } else {
        at = fenced ? at + 1 : readFrom(at, line);
      }
    }
    return built.sections();
  }

  private int readFrom(int at, String line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      built.heading(heading.group(1).length(), cleaned(heading.group(2)));
      return at + 1;
    }
    if (isTableAt(at, line)) {
      return readTable(at);
    }
    built.prose(cleaned(line));
    return at + 1;
  }

  private boolean isTableAt(int at, String line) {
    return line.startsWith("|")
        && at + 1 < lines.size()
        && RULE.matcher(lines.get(at + 1).strip()).matches();
  }

  private int readTable(int at) {
    List<PageTable.Row> rows = new ArrayList<>();
    int next = at + 2;
    while (next < lines.size() && lines.get(next).strip().startsWith("|")) {
      rows.add(new PageTable.Row(next + 1, cells(lines.get(next).strip())));
      next++;
    }
    built.table(new PageTable(at + 1, cells(lines.get(at).strip()), rows));
    return next;
  }

  /** Splits at bars that are not escaped. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    String inner = line.substring(1);
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\\' && i + 1 < inner.length() && inner.charAt(i + 1) == '|') {
        cell.append('|');
        i++;
      } else if (c == '|') {
        cells.add(PageLimits.cell(cleaned(cell.toString())));
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (!cell.toString().isBlank()) {
      cells.add(PageLimits.cell(cleaned(cell.toString())));
    }
    PageLimits.check("cells in one row", cells.size(), PageLimits.MOST_CELLS);
    return cells;
  }

  private static String cleaned(String text) {
    String marked = FOOTNOTE.matcher(text).replaceAll("^");
    String untagged = TAG.matcher(marked).replaceAll(" ");
    String named = LINK.matcher(untagged).replaceAll("$1");
    return PlainText.of(named.replace("**", ""));
  }
}
