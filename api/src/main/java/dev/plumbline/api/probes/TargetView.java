package dev.plumbline.api.probes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A target as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DriftTarget")
public record TargetView(
    UUID id,
    String name,
    UUID suite,
    @Schema(description = "exact, in the currency") String budgetPerMonth,
    String currency,
    String falsePagesPerYear,
    int fleet,
    boolean keepText,
    int concurrency,
    int callsPerMinute,
    @Schema(description = "of every number that its streams draw, as a string") String seed,
    @Schema(description = "counts baselines") int epoch,
    Instant epochAt,
    Instant createdAt,
    @Schema(description = "absent before the first start") @Nullable Instant startedAt,
    @Nullable Instant pausedAt,
    @Schema(description = "absent when nobody entered it") @Nullable TrafficRequest traffic,
    List<ArmView> arms,
    List<StageView> stages) {

  /** One arm. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "DriftTargetArm")
  public record ArmView(
      String name,
      String role,
      UUID account,
      String provider,
      String model,
      @Schema(description = "fewest output tokens that its endpoint takes") int leastOutput,
      @Schema(description = "what its endpoint refuses; there is no evidence of that kind")
          List<String> facts) {}

  /** What is asked how often. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "DriftTargetStage")
  public record StageView(String work, long everySeconds, long callsPerCycle, String perCycle) {}

  public static TargetView of(Target target) {
    return new TargetView(
        target.id(),
        target.name(),
        target.suite(),
        target.budget().perMonth().toPlainString(),
        target.budget().perMonth().currency().getCurrencyCode(),
        target.budget().falsePages().toPlainString(),
        target.budget().targets(),
        target.keepText(),
        target.pace().concurrency(),
        target.pace().callsPerMinute(),
        Long.toString(target.seed()),
        target.epoch(),
        target.epochAt(),
        target.createdAt(),
        target.startedAt().orElse(null),
        target.pausedAt().orElse(null),
        target.traffic().map(TrafficRequest::of).orElse(null),
        target.arms().stream()
            .map(
                arm ->
                    new ArmView(
                        arm.arm().name(),
                        arm.arm().role().label(),
                        arm.account(),
                        arm.arm().provider().key(),
                        arm.arm().model(),
                        arm.leastOutput(),
                        arm.facts()))
            .toList(),
        target.stages().stream()
            .map(
                stage ->
                    new StageView(
                        stage.work().label(),
                        stage.every().toSeconds(),
                        stage.callsPerCycle(),
                        stage.perCycle().toPlainString()))
            .toList());
  }
}
