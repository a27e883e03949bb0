package dev.plumbline.lifecycle.deprecation.imports.table;

import java.util.List;
import java.util.Locale;

/** A documentation page, taken apart. Reading is limited by {@link PageLimits}. */
public record Page(List<PageSection> sections) {

  public Page {
    sections = List.copyOf(sections);
  }

  /** Reads HTML where there is a table element, otherwise Markdown. */
  public static Page read(String text) {
    PageLimits.checkLength(text);
    return text.toLowerCase(Locale.ROOT).contains("<table")
        ? new Page(new HtmlSections(text).read())
        : new Page(new MarkdownSections(text).read());
  }

  public int countTables() {
    return sections.stream().mapToInt(section -> section.tables().size()).sum();
  }

  /** All running text of the page. */
  public String prose() {
    return String.join("\n", sections.stream().map(PageSection::prose).toList());
  }
}
