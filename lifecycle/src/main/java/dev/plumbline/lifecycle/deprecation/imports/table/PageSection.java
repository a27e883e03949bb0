package dev.plumbline.lifecycle.deprecation.imports.table;

import java.util.List;

/**
 * What stands under one heading, up to the next.
 *
 * @param headings the headings above, the outermost first
 * @param prose the running text, tables left out
 */
public record PageSection(List<String> headings, String prose, List<PageTable> tables) {

  public PageSection {
    headings = List.copyOf(headings);
    tables = List.copyOf(tables);
  }

  public String heading() {
    return headings.isEmpty() ? "" : headings.get(headings.size() - 1);
  }
}
