package dev.plumbline.api.breakeven;

import dev.plumbline.api.breakeven.AnswerView.Amount;
import dev.plumbline.api.breakeven.AnswerView.Chart;
import dev.plumbline.api.breakeven.AnswerView.Row;
import dev.plumbline.api.web.Shown;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cost-versus-volume table with its marks. */
final class ChartViews {

  /** Pixels, not money: six digits are more than a screen has. */
  private static final MathContext PLACE = new MathContext(6, RoundingMode.HALF_EVEN);

  private ChartViews() {}

  static Chart of(List<BreakEvenAnswer> answers) {
    VolumeChart chart = VolumeChart.of(answers);
    BigDecimal own = answers.get(0).scenario().requestsPerMonth();
    List<Row> rows = chart.points().stream().map(point -> row(point, chart, own)).toList();
    return new Chart(chart.names(), rows, marks(chart, own));
  }

  private static Row row(VolumeChart.Point point, VolumeChart chart, BigDecimal own) {
    List<Amount> costs =
        point.costs().stream()
            .map(cost -> new Amount(Shown.money(cost), plain(cost.amount())))
            .toList();
    return new Row(
        new Amount(whole(point.volume()), plain(point.volume())), costs, mark(point, chart, own));
  }

  private static String mark(VolumeChart.Point point, VolumeChart chart, BigDecimal own) {
    if (chart.crossings().stream().anyMatch(each -> each.compareTo(point.volume()) == 0)) {
      return "crossing";
    }
    return own.compareTo(point.volume()) == 0 ? "your volume" : "";
  }

  /** The labels hold numbers and our own words only, so they need no escaping of JSON. */
  private static String marks(VolumeChart chart, BigDecimal own) {
    Stream<String> crossings =
        chart.crossings().stream()
            .filter(volume -> volume.compareTo(VolumeChart.MOST) < 0)
            .map(volume -> mark(volume, "break-even " + whole(volume), true));
    Stream<String> yours =
        own.signum() > 0
            ? Stream.of(mark(own, "your volume " + whole(own), false))
            : Stream.empty();
    return Stream.concat(crossings, yours).collect(Collectors.joining(",", "[", "]"));
  }

  private static String mark(BigDecimal volume, String label, boolean strong) {
    return "{\"x\":%s,\"label\":\"%s\",\"strong\":%s}".formatted(plain(volume), label, strong);
  }

  private static String plain(BigDecimal number) {
    return number.round(PLACE).toPlainString();
  }

  private static String whole(BigDecimal volume) {
    return Shown.count(volume.setScale(0, RoundingMode.CEILING));
  }
}
