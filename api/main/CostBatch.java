package dev.plumbline.api.cli;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.cost.RequestCosts;
import dev.plumbline.pricing.cost.RequestUsage;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prices a table of requests row by row; a row that cannot be read is left unpriced. */
final class CostBatch {

  static final List<String> RESULTS = List.of("cost_usd", "status", "reason", "price_rows");
  private static final String USD = "USD";

  private final Surroundings surroundings;
  private final Format format;
  private final RequestCosts costs;
  private boolean someInvalid;

  CostBatch(Surroundings surroundings, Format format, RequestCosts costs) {
    this.surroundings = surroundings;
    this.format = format;
    this.costs = costs;
  }

  ExitCode answer(String file) throws IOException {
    try (CsvLines records = CsvLines.of(surroundings, file);
        Progress progress = Progress.of(surroundings, "pricing, rows so far:")) {
      List<String> header = header(records, file);
      if (format != Format.JSON) {
        writeCsv(kept(header, header), RESULTS);
      }
      long count = 0;
      for (var row = records.next(); row.isPresent(); row = records.next()) {
        write(header, row.get(), answer(header, row.get()));
        progress.at(++count, 0);
      }
    }
    return someInvalid ? ExitCode.PARTIAL : ExitCode.OK;
  }

  private static List<String> header(CsvLines records, String file) throws IOException {
    CsvLines.Cells first =
        records
            .next()
            .orElseThrow(
                () -> new InputInvalidException(file + ": it is empty; the first line names columns"));
    Set<String> seen = new HashSet<>();
    for (String name : first.cells()) {
      if (!name.isEmpty() && !seen.add(name)) {
        throw new InputInvalidException(file + ":1: the column " + name + " occurs twice");
      }
    }
    if (!seen.contains("model")) {
      throw new InputInvalidException(
          "%s:1: the column model is missing; columns are %s"
              .formatted(file, String.join(",", UsageRow.COLUMNS)));
    }
    return first.cells();
  }

  /** The four result cells of a row. */
  private List<String> answer(List<String> header, CsvLines.Cells row) {
    try {
      row.objection()
          .ifPresent(
              objection -> {
                throw new InputInvalidException(objection);
              });
      if (row.cells().size() > header.size()) {
        throw new InputInvalidException(
            "the row has %d cells and the header %d; quote cells that hold commas"
                .formatted(row.cells().size(), header.size()));
      }
      return price(new UsageRow(named(header, row.cells()), surroundings.now()));
    } catch (InputInvalidException e) {
      someInvalid = true;
      return List.of("", "unpriced", "invalid: " + e.getMessage(), "");
    }
  }

  private List<String> price(UsageRow row) {
    RequestUsage request = row.request();
    List<String> notes = new ArrayList<>();
    if (row.at().isEmpty()) {
      notes.add("no date given, so " + surroundings.today() + " is taken");
    }
    Estimate estimate = row.at().isEmpty() ? costs.costUndated(request) : costs.costOf(request);
    return estimate.match(
        new Estimate.Cases<List<String>>() {
          @Override
          public List<String> priced(CostBreakdown breakdown) {
            notes.addAll(CostNotes.of(breakdown));
            return pricedCells(breakdown, notes);
          }

          @Override
          public List<String> unpriced(Estimate.Unpriced unpriced) {
            notes.add(0, unpriced.reason().label() + ": " + unpriced.explanation());
            return List.of("", "unpriced", String.join("; ", notes), "");
          }
        });
  }

  private static List<String> pricedCells(CostBreakdown breakdown, List<String> notes) {
    Money total = breakdown.total();
    if (!total.currency().getCurrencyCode().equals(USD)) {
      String reason = "the prices are in " + total.currency() + ", not in " + USD;
      return List.of("", "unpriced", reason, "");
    }
    return List.of(
        total.toPlainString(),
        "priced",
        String.join("; ", notes),
        String.join(" ", breakdown.priceRows()));
  }

  private void write(List<String> header, CsvLines.Cells row, List<String> results) {
    if (format == Format.JSON) {
      surroundings.out().print(Json.line(object(header, row.cells(), results)) + "\n");
    } else {
      writeCsv(kept(header, row.cells()), results);
    }
  }

  private void writeCsv(List<String> cells, List<String> results) {
    PrintWriter out = surroundings.out();
    for (String cell : cells) {
      out.print(Output.quoted(cell));
      out.print(',');
    }
    out.print(String.join(",", results.stream().map(Output::quoted).toList()));
    out.print("\r\n");
  }

  private static Map<String, Object> object(
      List<String> header, List<String> cells, List<String> results) {
    Map<String, Object> object = new LinkedHashMap<>(named(header, cells));
    RESULTS.forEach(object::remove);
    for (int i = 0; i < results.size(); i++) {
      boolean absent = results.get(i).isEmpty();
      object.put(RESULTS.get(i), absent ? Optional.empty() : results.get(i));
    }
    return object;
  }

  /** The cells of all columns that are not results of an earlier run; missing ones are empty. */
  private static List<String> kept(List<String> header, List<String> cells) {
    List<String> kept = new ArrayList<>(header.size());
    for (int i = 0; i < header.size(); i++) {
      if (!RESULTS.contains(header.get(i))) {
        kept.add(i < cells.size() ? cells.get(i) : "");
      }
    }
    return kept;
  }

  private static Map<String, String> named(List<String> header, List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      named.put(header.get(i), i < cells.size() ? cells.get(i) : "");
    }
    return named;
  }
}
