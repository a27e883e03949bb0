package dev.plumbline.api.drift;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.lifecycle.probe.SuiteReader;
import dev.plumbline.lifecycle.probe.SuiteReading;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Probes that are to be frozen. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewProbeSuite",
    examples =
        """
        {"name":"triage","lines":"{\\"id\\":\\"a\\",\\"family\\":\\"triage\\",\\"prompt\\":\\"…\\",\\"expect\\":{\\"exact\\":\\"billing\\"}}"}""")
record NewSuite(
    @Schema(description = "small letters, digits and hyphens") @Nullable String name,
    @Schema(description = "probes, or hold_out for rows of a training file; probes when absent")
        @Nullable String form,
    @Schema(description = "one JSON object a line") @Nullable String lines) {

  String soundName() {
    if (name == null || name.isBlank()) {
      throw Input.refused("name", "it is missing");
    }
    return name.strip();
  }

  SuiteReading reading() {
    if (lines == null) {
      throw Input.refused("lines", "it is missing");
    }
    String wanted = form == null ? "probes" : form;
    return switch (wanted) {
      case "probes" -> SuiteReader.probes("lines", lines);
      case "hold_out" -> SuiteReader.holdOut("lines", lines);
      default -> throw Input.refused("form", "probes or hold_out is needed");
    };
  }
}
