package dev.plumbline.api.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The evidence of one watch over time, at most three hundred cycles: the strongest streams with
 * what they have to reach.
 *
 * @param names of the columns after the time
 */
record EvidenceChart(String evidence, List<String> names, List<Row> rows) {

  private static final int MOST_SIGNALS = 4;

  /** One cycle; a cell is empty where a stream said nothing. */
  record Row(String at, long millis, List<Cell> cells) {}

  /** A logarithm to 10. */
  record Cell(String exact, String shown) {

    static Cell of(Double value) {
      return value == null ? new Cell("", "–") : new Cell(shown(value), shown(value));
    }

    private static String shown(double value) {
      return String.format(Locale.ROOT, "%.2f", value);
    }
  }

  static List<EvidenceChart> of(List<VerdictRepository.Point> points) {
    List<EvidenceChart> charts = new ArrayList<>();
    for (Watch watch : Watch.values()) {
      List<VerdictRepository.Point> own =
          points.stream().filter(point -> point.watch() == watch).toList();
      if (!own.isEmpty()) {
        charts.add(of(watch, own));
      }
    }
    return charts;
  }

  private static EvidenceChart of(Watch watch, List<VerdictRepository.Point> points) {
    Map<String, Double> strongest =
        points.stream()
            .collect(
                Collectors.toMap(
                    VerdictRepository.Point::signal,
                    point -> point.evidence() - point.threshold(),
                    Math::max));
    List<String> signals =
        strongest.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(MOST_SIGNALS)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    List<String> names = new ArrayList<>(signals);
    names.add("needed: " + signals.get(0));
    Map<Instant, Map<String, VerdictRepository.Point>> byTime = new TreeMap<>();
    points.forEach(
        point ->
            byTime.computeIfAbsent(point.at(), none -> new TreeMap<>()).put(point.signal(), point));
    List<Row> rows = new ArrayList<>();
    for (Instant at : new TreeSet<>(byTime.keySet())) {
      Map<String, VerdictRepository.Point> now = byTime.get(at);
      List<Cell> cells = new ArrayList<>();
      signals.forEach(
          signal ->
              cells.add(Cell.of(now.containsKey(signal) ? now.get(signal).evidence() : null)));
      cells.add(
          Cell.of(now.containsKey(signals.get(0)) ? now.get(signals.get(0)).threshold() : null));
      rows.add(new Row(TargetRow.moment(at), at.toEpochMilli(), cells));
    }
    int most = 300;
    return new EvidenceChart(
        watch.words(),
        names,
        rows.size() <= most ? rows : rows.subList(rows.size() - most, rows.size()));
  }
}
