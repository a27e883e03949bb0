package dev.plumbline.api.changes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.change.ChangeRequest;
import dev.plumbline.lifecycle.change.RollbackCheck;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to ask for a change. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewModelChange",
    examples =
        """
        {"place":"support assistant, production",
         "from":{"provider":"openai","model":"ft:gpt-4o-2024-08-06:acme::AbC123"},
         "to":{"provider":"azure","model":"gpt-4o-2024-08-06.ft-0123456789abcdef0123456789abcdef"},
         "reason":"the model ends on 2027-01-14","switch_date":"2026-12-10"}""")
record NewChange(
    @Schema(description = "the application or deployment") @Nullable String place,
    ChangeView.@Nullable NamedView from,
    @Schema(description = "absent to give the model up") ChangeView.@Nullable NamedView to,
    @Nullable String reason,
    @Schema(description = "first day with the new model") @Nullable LocalDate switchDate,
    @Schema(description = "days after it during which one must be able to go back; 30 when absent")
        @Nullable Integer rollbackDays) {

  private static final int MOST_DAYS = 3650;

  ChangeRequest toRequest() {
    if (from == null) {
      throw Input.refused("from", "which model is called today?");
    }
    if (switchDate == null) {
      throw Input.refused("switch_date", "a day such as 2026-12-10 is needed");
    }
    int days = rollbackDays == null ? RollbackCheck.USUAL_DAYS : rollbackDays;
    if (days < 0 || days > MOST_DAYS) {
      throw Input.refused("rollback_days", "a number from 0 to " + MOST_DAYS);
    }
    ModelId old = Given.model("from", from.provider(), from.model());
    Optional<ModelId> next =
        Optional.ofNullable(to).map(model -> Given.model("to", model.provider(), model.model()));
    String where = Given.name("place", place);
    String why = Given.text("reason", reason);
    return Input.read("to", () -> new ChangeRequest(where, old, next, why, switchDate, days));
  }
}
