package dev.plumbline.lifecycle.deprecation.imports.table;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Table elements under heading elements, wherever they are nested. */
final class HtmlSections {

  private static final String INTERESTING = "h1, h2, h3, h4, h5, h6, p, li, table";

  private final Document page;
  private final SectionBuilder built = new SectionBuilder();

  HtmlSections(String text) {
    this.page = Jsoup.parse(text, "", Parser.htmlParser().setTrackPosition(true));
  }

  List<PageSection> read() {
    page.select("script, style, nav, template").remove();
    for (Element element : page.select(INTERESTING)) {
      switch (element.normalName()) {
        case "table" -> table(element);
        case "p", "li" -> prose(element);
        default -> built.heading(element.normalName().charAt(1) - '0', marked(element));
      }
    }
    return built.sections();
  }

  /** Text inside a table belongs to its cells. */
  private void prose(Element element) {
    if (element.closest("table") == null) {
      built.prose(marked(element));
    }
  }

  private void table(Element table) {
    List<PageTable.Row> rows = new ArrayList<>();
    for (Element row : table.select("tr")) {
      if (table.equals(row.closest("table"))) {
        rows.add(new PageTable.Row(line(row), cells(row)));
      }
    }
    if (!rows.isEmpty()) {
      built.table(new PageTable(line(table), rows.get(0).cells(), rows.subList(1, rows.size())));
    }
  }

  private static List<String> cells(Element row) {
    List<String> cells =
        row.select("> th, > td").stream().map(cell -> PageLimits.cell(marked(cell))).toList();
    PageLimits.check("cells in one row", cells.size(), PageLimits.MOST_CELLS);
    return cells;
  }

  /** The text with code in backticks and footnotes as carets, as Markdown has it. */
  private static String marked(Element element) {
    Element copy = element.clone();
    copy.select("sup").forEach(mark -> mark.text("^"));
    copy.select("code").forEach(code -> code.text("`" + code.text() + "`"));
    copy.select("br").forEach(line -> line.after(" "));
    return PlainText.of(copy.text());
  }

  private static long line(Element element) {
    return Math.max(1, element.sourceRange().start().lineNumber());
  }
}
