package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody does with a step, or a step of one's own. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ExitStepRequest")
record StepRequest(
    @Schema(description = "done, skip, sign_off, reopen or assign", examples = "done")
        @Nullable String action,
    @Schema(description = "why, or where the proof is; needed to skip") @Nullable String note,
    @Nullable String owner,
    @Nullable LocalDate due,
    @Schema(description = "for a new step") @Nullable String title,
    @Schema(description = "for a new step; true when absent") @Nullable Boolean beforeSwitch) {

  /** What can be done with a step. */
  enum Action {
    DONE,
    SKIP,
    SIGN_OFF,
    REOPEN,
    ASSIGN
  }

  Action checkedAction() {
    return FactReading.label("action", action, Action.values())
        .orElseThrow(() -> Input.refused("action", "done, skip, sign_off, reopen or assign"));
  }

  /** For the audit trail. */
  String verb() {
    return switch (checkedAction()) {
      case DONE -> "done";
      case SKIP -> "skipped";
      case SIGN_OFF -> "signed_off";
      case REOPEN -> "reopened";
      case ASSIGN -> "assigned";
    };
  }
}
