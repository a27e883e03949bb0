package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.changes.Given;
import dev.plumbline.api.exitplans.PlanDocument.StoredClosure;
import dev.plumbline.lifecycle.change.Person;
import dev.plumbline.lifecycle.exit.Closure;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shows that the model is properly over. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ExitPlanClosure")
record ClosureRequest(
    @Schema(description = "proof of the last call, in words or as a link")
        @Nullable String lastCall,
    @Schema(description = "day on which the model was seen to be gone") @Nullable LocalDate goneOn,
    @Schema(description = "whether no deployment is left that costs money")
        @Nullable Boolean hostingDeleted,
    @Schema(description = "what happens to its data") @Nullable String retention) {

  Closure toClosure(Person by) {
    return new Closure(
        Given.textIfAny("last_call", lastCall),
        Optional.ofNullable(goneOn),
        Boolean.TRUE.equals(hostingDeleted),
        Given.textIfAny("retention", retention),
        by);
  }

  StoredClosure toStored(Person by) {
    Closure made = toClosure(by);
    return new StoredClosure(
        made.lastCall().orElse(null),
        made.goneOn().orElse(null),
        made.hostingDeleted(),
        made.retention().orElse(null),
        Progress.stored(by));
  }
}
