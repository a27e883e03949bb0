package dev.plumbline.api.jobs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.finding.Finding;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing of many that a run could not do. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "JobFinding")
public record JobFindingView(
    @Schema(examples = "PROVIDER_UNAVAILABLE") String code,
    @Schema(examples = "warning") String severity,
    String message,
    @Schema(description = "what it is about") String where,
    String remedy) {

  static JobFindingView of(Finding finding) {
    return new JobFindingView(
        finding.code(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        FindingsText.bounded(finding.message()),
        FindingsText.bounded(finding.where().toString()),
        FindingsText.bounded(finding.remedy()));
  }
}
