package dev.plumbline.api.estimates;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A finished estimate as the page shows it: every number is text by now. */
public record ResultView(
    String tone,
    String tag,
    String headline,
    String besides,
    List<Figure> figures,
    List<Line> lines,
    List<String> notes,
    List<Request> requests,
    List<Objection> findings,
    List<Bin> histogram,
    String breakEven) {

  public ResultView {
    requireNonNull(tone, "tone");
    requireNonNull(tag, "tag");
    requireNonNull(headline, "headline");
    requireNonNull(besides, "besides");
    figures = List.copyOf(figures);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    requests = List.copyOf(requests);
    findings = List.copyOf(findings);
    histogram = List.copyOf(histogram);
    requireNonNull(breakEven, "breakEven");
  }

  /** A key figure. */
  public record Figure(String label, String value, String remark) {}

  /** A line of the cost with its price row. */
  public record Line(
      String component,
      String quantity,
      String rate,
      String unit,
      String amount,
      String row,
      String source) {}

  /** What a request costs on one side. */
  public record Request(String side, String amount, String explanation, List<String> rows) {}

  /** A finding. */
  public record Objection(
      String severity,
      String tone,
      int rank,
      String code,
      String file,
      long line,
      String field,
      String message,
      String remedy,
      String count) {}

  /** Rows within a range of sizes. */
  public record Bin(String range, long rows, String shown) {}
}
