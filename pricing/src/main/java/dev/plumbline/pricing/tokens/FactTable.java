package dev.plumbline.pricing.tokens;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the tables of facts beside this class. Lines that begin with # are for people. */
final class FactTable {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .get();

  private FactTable() {}

  static List<CSVRecord> read(String resource) {
    try (InputStream in = FactTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("this jar lacks its table " + resource);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      return FORMAT.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
