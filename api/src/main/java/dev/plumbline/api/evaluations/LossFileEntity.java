package dev.plumbline.api.evaluations;

import dev.plumbline.lifecycle.evaluation.LossCurve;
import dev.plumbline.lifecycle.evaluation.LossPoint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** A row of {@code loss_file}. */
@Entity
@Immutable
@Table(name = "loss_file")
@IdClass(RowKey.class)
class LossFileEntity {

  @Id UUID organisationId;
  @Id UUID id;
  UUID modelId;
  String name;
  String sha256;
  String points;
  Instant recordedAt;
  String recordedBy;

  LossCurve curve() {
    return new LossCurve(points.lines().map(LossFileEntity::point).toList());
  }

  static String text(LossCurve curve) {
    return curve.points().stream()
        .map(each -> each.step() + "," + text(each.training()) + "," + text(each.validation()))
        .collect(Collectors.joining("\n"));
  }

  private static String text(OptionalDouble loss) {
    return loss.isPresent() ? Double.toString(loss.getAsDouble()) : "";
  }

  private static LossPoint point(String line) {
    String[] cells = line.split(",", -1);
    return new LossPoint(Integer.parseInt(cells[0]), loss(cells[1]), loss(cells[2]));
  }

  private static OptionalDouble loss(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }
}
