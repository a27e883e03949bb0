package dev.plumbline.api.evaluations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.evaluation.LossCurve;
import dev.plumbline.lifecycle.evaluation.LossPoint;
import dev.plumbline.lifecycle.evaluation.LossReview;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The losses of one training run. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LossCurve")
public record LossView(
    UUID id,
    String name,
    String sha256,
    Instant recordedAt,
    String recordedBy,
    @Schema(description = "with the lowest validation loss; absent when none was measured")
        @Nullable Integer bestStep,
    List<FindingView> findings,
    @Schema(description = "in the order of training") List<Point> points) {

  /** Losses are mean cross entropies in nats per token; one that is not finite is absent. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LossPoint")
  public record Point(int step, @Nullable Double trainLoss, @Nullable Double validLoss) {

    static Point of(LossPoint point) {
      return new Point(point.step(), finite(point.training()), finite(point.validation()));
    }

    private static @Nullable Double finite(OptionalDouble loss) {
      double value = loss.orElse(Double.NaN);
      return Double.isFinite(value) ? value : null;
    }
  }

  /** The curves of a model, the newest first. */
  @Schema(name = "LossCurves")
  record All(List<LossView> losses) {}

  static LossView of(LossFileEntity row) {
    LossCurve curve = row.curve();
    return new LossView(
        row.id,
        row.name,
        row.sha256,
        row.recordedAt,
        row.recordedBy,
        curve.best().map(LossPoint::step).orElse(null),
        FindingView.of(new LossReview(curve, row.name).findings()),
        curve.points().stream().map(Point::of).toList());
  }

  /** The best step, marked in the chart. */
  public String marks() {
    return "[{\"x\":%1$d,\"label\":\"lowest validation loss, step %1$d\",\"strong\":true}]"
        .formatted(bestStep);
  }

  /** For a chart: at most 500 points, evenly chosen. */
  public List<Point> drawn() {
    int most = 500;
    int stride = (points.size() + most - 1) / most;
    return IntStream.range(0, points.size())
        .filter(i -> i % Math.max(1, stride) == 0 || i == points.size() - 1)
        .mapToObj(points::get)
        .toList();
  }
}
