package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount.Precision;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;

/**
 * Which encoding a model uses: our own table, because the tables of libraries age. A fine-tuned
 * model uses the encoding of its base.
 */
public final class EncodingTable {

  private static final String RESOURCE = "encodings.csv";

  private final List<Row> rows;

  private EncodingTable(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The table that ships in this jar. */
  public static EncodingTable bundled() {
    return Bundled.TABLE;
  }

  /** The encoding of a base model, alias, snapshot or fine-tuned model name. */
  public EncodingAnswer encodingOf(String model) {
    requireNonNull(model, "model");
    String base = BaseNames.baseOf(model);
    for (Row row : rows) {
      if (row.fits(base)) {
        return new EncodingAnswer.Known(row.encoding(), row.precision(), row.source());
      }
    }
    return new EncodingAnswer.Unknown(
        "no encoding is known for the model '%s'; name one (o200k_base or cl100k_base) to get an estimate"
            .formatted(model));
  }

  private record Row(String pattern, Encoding encoding, Precision precision, String source) {

    static Row of(CSVRecord line) {
      String label = line.get("encoding");
      return new Row(
          line.get("pattern"),
          Encoding.findByLabel(label)
              .orElseThrow(() -> new IllegalArgumentException("no such encoding: " + label)),
          Precision.valueOf(line.get("precision").toUpperCase(Locale.ROOT)),
          line.get("source"));
    }

    boolean fits(String base) {
      return pattern.endsWith("*")
          ? base.startsWith(pattern.substring(0, pattern.length() - 1))
          : base.equals(pattern);
    }
  }

  private static final class Bundled {
    static final EncodingTable TABLE =
        new EncodingTable(FactTable.read(RESOURCE).stream().map(Row::of).toList());
  }
}
