package dev.plumbline.api.breakeven;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** The answer as the page shows it: every number is text by now. */
public record AnswerView(
    Verdict verdict,
    List<Figure> figures,
    List<Way> ways,
    List<AssumptionRow> assumptions,
    List<Caution> cautions,
    Optional<Chart> chart,
    List<Guess> guesses) {

  public AnswerView {
    requireNonNull(verdict, "verdict");
    figures = List.copyOf(figures);
    ways = List.copyOf(ways);
    assumptions = List.copyOf(assumptions);
    cautions = List.copyOf(cautions);
    requireNonNull(chart, "chart");
    guesses = List.copyOf(guesses);
  }

  /** The sentence on top. */
  public record Verdict(String tone, String tag, String sentence, String besides) {}

  /** A key figure. */
  public record Figure(String label, String value, String remark) {}

  /** One way to answer the requests. */
  public record Way(
      String name,
      Amount perRequest,
      Amount total,
      String hits,
      String against,
      boolean tuned,
      boolean cheapest) {}

  /** An amount for reading, and exactly for sorting. */
  public record Amount(String shown, String exact) {}

  /**
   * Something the answer rests on.
   *
   * @param row id of the price row; empty for other assumptions
   */
  public record AssumptionRow(
      String subject,
      String side,
      String value,
      String unit,
      String row,
      String from,
      String seen,
      String certainty,
      String tone,
      String source,
      String note) {}

  /** What to know before repeating the answer. */
  public record Caution(String title, String text) {}

  /** The table that the chart draws, and the volumes it marks as JSON. */
  public record Chart(List<String> names, List<Row> rows, String marks) {}

  /** One volume of the chart. */
  public record Row(Amount volume, List<Amount> costs, String mark) {}

  /** What one wrong guess does. */
  public record Guess(String words, Amount swing, String smaller, String larger) {}
}
