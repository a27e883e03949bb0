package dev.plumbline.api.evaluations;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.finding.Finding;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is conspicuous, and what one can do. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "EvaluationFinding")
public record FindingView(
    @Schema(examples = "OVER_FITTED") String code,
    @Schema(description = "information, warning or error") String severity,
    String message,
    String remedy) {

  static List<FindingView> of(List<Finding> findings) {
    return findings.stream()
        .map(
            each ->
                new FindingView(
                    each.code(),
                    each.severity().name().toLowerCase(Locale.ROOT),
                    each.message(),
                    each.remedy()))
        .toList();
  }

  /** Colour of its mark on a page. */
  public String tone() {
    return switch (severity) {
      case "error" -> "bad";
      case "warning" -> "care";
      default -> "quiet";
    };
  }
}
