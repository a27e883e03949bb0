package dev.plumbline.api.pins;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.lifecycle.pinning.Objection;
import dev.plumbline.lifecycle.pinning.PinTarget;
import dev.plumbline.lifecycle.pinning.PinVerdict;
import dev.plumbline.lifecycle.pinning.RollbackTarget;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a policy says to a pin: all reasons against it, and what somebody answers for. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PinCheck")
record PinCheckView(
    boolean allowed,
    UUID consumer,
    String slot,
    String environment,
    String provider,
    String model,
    @Schema(description = "what an alias means today") @Nullable String resolvesTo,
    @Schema(description = "first day on which it can no longer be called") @Nullable LocalDate end,
    @Schema(description = "what to go back to") @Nullable String rollback,
    List<ReasonView> refusals,
    List<WaivedView> waived) {

  static PinCheckView of(PinCheck check) {
    PinTarget target = check.request().target();
    return new PinCheckView(
        check.isAllowed(),
        check.place().consumer(),
        check.place().slot(),
        check.request().environment().label(),
        target.key().provider().key(),
        target.key().model(),
        target.meaning().map(means -> means.snapshot()).orElse(null),
        target.end().orElse(null),
        rollback(check.request().rollback()).map(ModelKey::model).orElse(null),
        check.verdict().standing().stream().map(ReasonView::of).toList(),
        check.verdict().waived().stream().map(WaivedView::of).toList());
  }

  private static Optional<ModelKey> rollback(RollbackTarget target) {
    return target.match(
        new RollbackTarget.Cases<>() {
          @Override
          public Optional<ModelKey> none(RollbackTarget.None none) {
            return Optional.empty();
          }

          @Override
          public Optional<ModelKey> unverified(RollbackTarget.Unverified unverified) {
            return Optional.of(unverified.key());
          }

          @Override
          public Optional<ModelKey> verified(RollbackTarget.Verified verified) {
            return Optional.of(verified.key());
          }
        });
  }

  /** A 409 with all reasons. */
  static ProblemException refusal(PinCheck check) {
    String reasons =
        String.join("; ", check.verdict().standing().stream().map(Objection::reason).toList());
    return Problem.of(ErrorCode.CONFLICT, reasons)
        .withRemedy("choose another model, or ask for a waiver of each rule")
        .asException();
  }

  /** A rule that is not met. */
  @Schema(name = "PinRefusal")
  record ReasonView(@Schema(examples = "no_moving_alias") String rule, String reason) {

    static ReasonView of(Objection objection) {
      return new ReasonView(objection.rule().label(), objection.reason());
    }
  }

  /** A rule that is not met, and who answers for it until when. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "WaivedRule")
  record WaivedView(String rule, String reason, UUID waiver, String owner, Instant expiresAt) {

    static WaivedView of(PinVerdict.Waived waived) {
      return new WaivedView(
          waived.objection().rule().label(),
          waived.objection().reason(),
          waived.waiver().id(),
          waived.waiver().owner(),
          waived.waiver().expiresAt());
    }
  }
}
