package dev.plumbline.api.pins;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.pinning.PinningPolicy;
import dev.plumbline.lifecycle.pinning.RollbackDemand;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The policy of an environment as it is published; an absent number is no demand. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PinPolicy")
record PolicyView(
    @Schema(examples = "production") String environment,
    boolean noMovingAlias,
    @Schema(description = "days that a model must still be callable")
        @Nullable Integer baseLivesDays,
    @Schema(description = "age of the last answered call of the rollback target, in days")
        @Nullable Integer rollbackVerifiedDays,
    @Schema(description = "days that the rollback target must still be callable")
        @Nullable Integer rollbackLivesDays,
    boolean evaluationBaseline,
    @Schema(description = "how old a fine-tune may be, in days") @Nullable Integer fineTuneAgeDays,
    @Schema(description = "provider/model; a fine-tune is approved with its base; absent for all")
        @Nullable List<String> approved) {

  static PolicyView of(Environment environment, PinningPolicy policy) {
    return new PolicyView(
        environment.label(),
        policy.noMovingAlias(),
        policy.baseLivesDays().orElse(null),
        policy.rollback().map(RollbackDemand::verifiedDays).orElse(null),
        policy.rollback().map(RollbackDemand::livesDays).orElse(null),
        policy.evaluationBaseline(),
        policy.fineTuneAgeDays().orElse(null),
        policy
            .approved()
            .map(keys -> keys.stream().sorted().map(ModelKey::toString).toList())
            .orElse(null));
  }
}
