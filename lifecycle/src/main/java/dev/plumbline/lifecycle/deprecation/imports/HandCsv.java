package dev.plumbline.lifecycle.deprecation.imports;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.ClaimScope;
import dev.plumbline.lifecycle.deprecation.Cloud;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows that a person wrote: provider, model and date, and whatever else the person knows. */
final class HandCsv {

  static final List<String> REQUIRED = List.of("provider", "model", "date");
  static final List<String> OPTIONAL =
      List.of(
          "subject",
          "clock",
          "certainty",
          "announced",
          "replacement",
          "seen_at",
          "source",
          "customers",
          "deployments",
          "regions",
          "clouds");
  private static final int MOST_ROWS = 20_000;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private final Reading reading;

  HandCsv(Reading reading) {
    this.reading = reading;
  }

  void read() {
    String name = reading.document().name();
    try (CSVParser rows = CSVParser.parse(reading.document().text(), FORMAT)) {
      checkHeader(rows.getHeaderNames());
      for (CSVRecord row : rows) {
        if (row.getRecordNumber() > MOST_ROWS) {
          throw new IllegalArgumentException(
              "%s has more than %,d rows".formatted(name, MOST_ROWS));
        }
        read(row, rows.getCurrentLineNumber());
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(name + " is no CSV: " + e.getMessage(), e);
    }
  }

  private void checkHeader(List<String> names) {
    for (String required : REQUIRED) {
      if (!names.contains(required)) {
        throw new IllegalArgumentException(
            "%s:1 lacks the column %s; required are %s, possible %s"
                .formatted(reading.document().name(), required, REQUIRED, OPTIONAL));
      }
    }
    for (String column : names) {
      if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
        throw new IllegalArgumentException(
            "%s:1 has the unknown column '%s'; possible are %s and %s"
                .formatted(reading.document().name(), column, REQUIRED, OPTIONAL));
      }
    }
  }

  private void read(CSVRecord row, long line) {
    String field = "provider";
    try {
      Provider provider = Provider.of(cell(row, "provider"));
      field = "subject";
      var kind = constant(row, "subject", Subject.Kind.class).orElse(Subject.Kind.BASE);
      field = "clock";
      var clock = constant(row, "clock", LifeClock.class).orElse(LifeClock.INFERENCE);
      field = "customers";
      ClaimScope scope = scope(row);
      field = "date";
      Statement statement = statement(row);
      field = "model";
      reading.state(
          line,
          new DateClaim(
              new ClaimKey(subject(provider, kind, cell(row, "model")), clock, scope),
              statement,
              evidence(row)));
    } catch (IllegalArgumentException e) {
      reading.refuse(
          reading.document().at(line, field),
          "BAD_ROW",
          String.valueOf(e.getMessage()),
          "correct the row; a date is written like 2027-01-14, a model as its provider does");
    }
  }

  private static Subject subject(Provider provider, Subject.Kind kind, String model) {
    if (kind == Subject.Kind.GATE) {
      return Subject.allFineTuning(provider);
    }
    if (!ModelCell.isId(model)) {
      throw new IllegalArgumentException("'" + model + "' is no model id");
    }
    return new Subject(provider, kind, model);
  }

  private static Statement statement(CSVRecord row) {
    DateText date = date(row, "date");
    if (date.day().isEmpty()) {
      return Statement.withdrawn();
    }
    Optional<ClaimCertainty> certainty = constant(row, "certainty", ClaimCertainty.class);
    return new Statement(
        date.day(),
        certainty.orElse(date.certainty(ClaimCertainty.COMMITTED)),
        date(row, "announced").day(),
        ModelCell.replacement(cell(row, "replacement")));
  }

  private Evidence evidence(CSVRecord row) {
    Evidence whole = reading.evidence();
    String named = cell(row, "source");
    Source source =
        named.isEmpty()
            ? whole.source()
            : new Source(named, reading.document().kind().sourceKind());
    return new Evidence(
        whole.document(),
        source,
        date(row, "seen_at").day().or(whole::seenAt),
        whole.recordedAt(),
        false);
  }

  private static ClaimScope scope(CSVRecord row) {
    return new ClaimScope(
        constants(row, "customers", CustomerClass.class),
        constants(row, "deployments", DeploymentType.class),
        Set.copyOf(words(row, "regions")),
        constants(row, "clouds", Cloud.class));
  }

  private static DateText date(CSVRecord row, String column) {
    String text = cell(row, column);
    return DateText.parse(text)
        .orElseThrow(() -> new IllegalArgumentException(column + ": '" + text + "' is no date"));
  }

  private static <E extends Enum<E>> Set<E> constants(CSVRecord row, String column, Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    words(row, column).forEach(word -> constants.add(constant(word, column, type)));
    return constants;
  }

  private static <E extends Enum<E>> Optional<E> constant(
      CSVRecord row, String column, Class<E> type) {
    return Optional.of(cell(row, column))
        .filter(text -> !text.isEmpty())
        .map(text -> constant(text, column, type));
  }

  private static <E extends Enum<E>> E constant(String text, String column, Class<E> type) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: '%s' is none of %s".formatted(column, text, labels(type))));
  }

  private static <E extends Enum<E>> String labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static List<String> words(CSVRecord row, String column) {
    String cell = cell(row, column);
    return cell.isEmpty() ? List.of() : List.of(cell.split("[ ;]+"));
  }

  private static String cell(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column) : "";
  }
}
