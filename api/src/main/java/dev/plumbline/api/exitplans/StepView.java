package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.exit.ExitStep;
import dev.plumbline.lifecycle.exit.StepState;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that somebody has to do. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExitStep")
public record StepView(
    String key,
    String title,
    @Schema(examples = "before_switch") String phase,
    @Nullable String owner,
    @Schema(description = "last day for it") LocalDate due,
    boolean overdue,
    @Schema(description = "open, done, signed_off or skipped", examples = "open") String state,
    @Nullable String by,
    @Nullable Instant at,
    @Nullable String note,
    @Nullable String signedBy,
    @Nullable Instant signedAt) {

  static StepView of(ExitStep step, LocalDate today) {
    return step.state()
        .match(
            new StepState.Cases<>() {
              @Override
              public StepView open(StepState.Open open) {
                return view(step, today, "open", null, null, null, null, null);
              }

              @Override
              public StepView done(StepState.Done done) {
                return view(
                    step, today, "done", done.by().name(), done.at(), done.note(), null, null);
              }

              @Override
              public StepView signedOff(StepState.SignedOff signed) {
                StepState.Done done = signed.done();
                return view(
                    step,
                    today,
                    "signed_off",
                    done.by().name(),
                    done.at(),
                    done.note(),
                    signed.by().name(),
                    signed.at());
              }

              @Override
              public StepView skipped(StepState.Skipped it) {
                return view(
                    step, today, "skipped", it.by().name(), it.at(), it.reason(), null, null);
              }
            });
  }

  private static StepView view(
      ExitStep step,
      LocalDate today,
      String state,
      @Nullable String by,
      @Nullable Instant at,
      @Nullable String note,
      @Nullable String signedBy,
      @Nullable Instant signedAt) {
    return new StepView(
        step.key(),
        step.title(),
        FactReading.label(step.phase()),
        step.owner().orElse(null),
        step.due(),
        step.isOverdue(today),
        state,
        by,
        at,
        note,
        signedBy,
        signedAt);
  }
}
