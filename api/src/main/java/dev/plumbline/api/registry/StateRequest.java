package dev.plumbline.api.registry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.models.ModelMove;
import dev.plumbline.lifecycle.registry.StateChange;
import dev.plumbline.lifecycle.registry.StateKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The state that a caller wants a model to be in. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "NewModelState", examples = "{\"name\":\"serving\"}")
record StateRequest(
    @Schema(description = "training, failed, ready, serving, retiring, retired or gone")
        @Nullable String name,
    @Schema(description = "needed for failed, retired and gone") @Nullable String reason,
    @Schema(description = "needed for retiring: the day by which calls end")
        @Nullable LocalDate by) {

  private static final int LONGEST_REASON = 2000;

  StateKind kind() {
    return Given.word("name", name, StateKind::findByLabel, StateKind.labels());
  }

  StateChange change(Instant now) {
    return new StateChange(
        now, Given.textIfAny("reason", reason, LONGEST_REASON).orElse(""), Optional.ofNullable(by));
  }

  ModelMove toMove(Instant now) {
    return new ModelMove(kind(), change(now));
  }
}
