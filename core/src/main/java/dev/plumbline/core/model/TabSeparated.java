package dev.plumbline.core.model;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Our tables of names: tab-separated, a header line, comments behind {@code #}. No cell holds a tab
 * or a line break, so that no quoting is needed and a change is one readable line.
 */
final class TabSeparated {

  private TabSeparated() {}

  /** The rows under the header, each with as many cells as the header has. */
  static List<List<String>> rows(String resource) {
    try (BufferedReader reader = open(resource)) {
      List<List<String>> lines =
          reader.lines().filter(line -> !line.startsWith("#")).map(TabSeparated::cells).toList();
      int columns = lines.get(0).size();
      for (List<String> line : lines) {
        if (line.size() != columns) {
          throw new IllegalStateException(resource + " needs " + columns + " cells: " + line);
        }
      }
      return lines.subList(1, lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static BufferedReader open(String resource) {
    return new BufferedReader(
        new InputStreamReader(
            requireNonNull(TabSeparated.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8));
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\t", -1));
  }
}
