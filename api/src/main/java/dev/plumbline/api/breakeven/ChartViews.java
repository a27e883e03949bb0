package dev.plumbline.api.breakeven;

import dev.plumbline.api.breakeven.BreakEvenView.CellView;
import dev.plumbline.api.breakeven.BreakEvenView.ChartView;
import dev.plumbline.api.breakeven.BreakEvenView.RowView;
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

  static ChartView of(List<BreakEvenAnswer> answers) {
    VolumeChart chart = VolumeChart.of(answers);
    BigDecimal own = answers.get(0).scenario().requestsPerMonth();
    List<RowView> rows = chart.points().stream().map(point -> row(point, chart, own)).toList();
    return new ChartView(chart.names(), rows, marks(chart, own));
  }

  private static RowView row(VolumeChart.Point point, VolumeChart chart, BigDecimal own) {
    List<CellView> costs =
        point.costs().stream()
            .map(
                cost -> new CellView(Shown.money(cost), cost.amount().round(PLACE).toPlainString()))
            .toList();
    String mark = "";
    if (chart.crossings().stream().anyMatch(each -> each.compareTo(point.volume()) == 0)) {
      mark = "crossing";
    } else if (own.compareTo(point.volume()) == 0) {
      mark = "your volume";
    }
    return new RowView(
        Shown.count(point.volume().setScale(0, RoundingMode.CEILING)),
        point.volume().round(PLACE).toPlainString(),
        costs,
        mark);
  }

  /** The labels hold numbers and our own words only, so they need no escaping of JSON. */
  private static String marks(VolumeChart chart, BigDecimal own) {
    Stream<String> crossings =
        chart.crossings().stream()
            .filter(volume -> volume.compareTo(new BigDecimal("1e9")) < 0)
            .map(volume -> mark(volume, "break-even " + whole(volume), true));
    Stream<String> yours =
        own.signum() > 0
            ? Stream.of(mark(own, "your volume " + whole(own), false))
            : Stream.empty();
    return Stream.concat(crossings, yours).collect(Collectors.joining(",", "[", "]"));
  }

  private static String mark(BigDecimal volume, String label, boolean strong) {
    return "{\"x\":%s,\"label\":\"%s\",\"strong\":%s}"
        .formatted(volume.round(PLACE).toPlainString(), label, strong);
  }

  private static String whole(BigDecimal volume) {
    return Shown.count(volume.setScale(0, RoundingMode.CEILING));
  }
}
