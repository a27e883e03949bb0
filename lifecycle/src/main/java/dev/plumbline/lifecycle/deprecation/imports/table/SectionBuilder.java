package dev.plumbline.lifecycle.deprecation.imports.table;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects sections in the order of the page. */
final class SectionBuilder {

  private final List<PageSection> sections = new ArrayList<>();
  private final TreeMap<Integer, String> headings = new TreeMap<>();
  private final StringBuilder prose = new StringBuilder();
  private final List<PageTable> tables = new ArrayList<>();
  private int tableCount;
  private int rowCount;

  /** A heading ends the section before it, and the deeper headings above it. */
  void heading(int level, String text) {
    finish();
    headings.tailMap(level, true).clear();
    headings.put(level, PlainText.of(text));
  }

  void prose(String text) {
    prose.append(PlainText.of(text)).append('\n');
  }

  void table(PageTable table) {
    PageLimits.check("tables", ++tableCount, PageLimits.MOST_TABLES);
    rowCount += table.rows().size();
    PageLimits.check("rows", rowCount, PageLimits.MOST_ROWS);
    tables.add(table);
  }

  List<PageSection> sections() {
    finish();
    return sections;
  }

  private void finish() {
    if (!tables.isEmpty() || !prose.isEmpty()) {
      sections.add(
          new PageSection(List.copyOf(headings.values()), prose.toString(), List.copyOf(tables)));
    }
    prose.setLength(0);
    tables.clear();
  }
}
