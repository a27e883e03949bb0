package dev.plumbline.api.probes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A suite with its probes. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ProbeSuiteDetail")
public record SuiteDetail(
    @JsonUnwrapped SuiteView suite,
    @Schema(description = "families, in the order of their first probe") List<String> families,
    @Schema(description = "one probe a line, as JSON") String lines) {

  static SuiteDetail of(SuiteEntity row) {
    return new SuiteDetail(SuiteView.of(row), row.toSuite().families(), row.lines);
  }
}
