package dev.plumbline.api.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A small table as RFC 4180 text. */
public final class CsvText {

  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8;header=present";

  private CsvText() {}

  public static String of(List<String> header, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(header);
      for (List<String> row : rows) {
        printer.printRecord(row.stream().map(CsvText::harmless).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory
    }
    return text.toString();
  }

  /** One record with its line end, for a table that is written while it is read. */
  public static String line(List<String> cells) {
    return CSVFormat.RFC4180.format(cells.stream().map(CsvText::harmless).toArray()) + "\r\n";
  }

  /** A cell that begins like a formula would be run by a spreadsheet; a quote keeps it text. */
  private static String harmless(String cell) {
    boolean formula = !cell.isEmpty() && "=+@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }
}
