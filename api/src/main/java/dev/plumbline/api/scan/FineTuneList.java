package dev.plumbline.api.scan;

import dev.plumbline.lifecycle.scan.KnownFineTunes;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of registered fine-tunes: a name a line, {@code #} before comments; or CSV with a column
 * {@code id}, {@code model} or {@code name}.
 */
public final class FineTuneList {

  private static final List<String> COLUMNS = List.of("id", "model", "name", "fine_tune");

  private FineTuneList() {}

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException when a CSV file has no column of names
   */
  public static KnownFineTunes read(String text) throws IOException {
    List<String> lines =
        text.lines().map(String::strip).filter(line -> !line.startsWith("#")).toList();
    boolean isCsv =
        lines.stream().filter(line -> !line.isEmpty()).findFirst().orElse("").contains(",");
    return KnownFineTunes.of(isCsv || isHead(lines) ? ofCsv(lines) : ofLines(lines));
  }

  private static boolean isHead(List<String> lines) {
    return !lines.isEmpty() && COLUMNS.contains(lines.get(0));
  }

  private static Set<String> ofLines(List<String> lines) {
    Set<String> names = new LinkedHashSet<>(lines);
    names.remove("");
    return names;
  }

  private static Set<String> ofCsv(List<String> lines) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(new StringReader(String.join("\n", lines)))) {
      Optional<String> column =
          COLUMNS.stream().filter(parser.getHeaderMap()::containsKey).findFirst();
      if (column.isEmpty()) {
        throw new IllegalArgumentException(
            "no column is called one of " + String.join(", ", COLUMNS));
      }
      Set<String> names = new LinkedHashSet<>();
      for (CSVRecord row : parser) {
        names.add(row.get(column.get()).strip());
      }
      return names;
    }
  }
}
