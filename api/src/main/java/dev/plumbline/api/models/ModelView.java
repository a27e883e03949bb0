package dev.plumbline.api.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.money.Money;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Checkpoint;
import dev.plumbline.lifecycle.registry.Dataset;
import dev.plumbline.lifecycle.registry.DatasetVerdict;
import dev.plumbline.lifecycle.registry.ModelFacts;
import dev.plumbline.lifecycle.registry.ModelState;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import dev.plumbline.lifecycle.registry.TrainingCost;
import dev.plumbline.lifecycle.registry.TrainingRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fine-tuned model as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Model")
public record ModelView(
    UUID id,
    @Schema(examples = "openai") String provider,
    @Schema(examples = "ft:gpt-4o-2024-08-06:acme::a1") String model,
    @Schema(examples = "gpt-4o-2024-08-06") @Nullable String base,
    @Schema(description = "the fine-tune that was continued") @Nullable String parent,
    StateView state,
    @Schema(examples = "Search team") @Nullable String owner,
    @Nullable String contact,
    @Schema(examples = "production") @Nullable String environment,
    RunView run,
    List<CheckpointView> checkpoints,
    Map<String, String> metrics,
    Instant registeredAt,
    Instant changedAt) {

  public static ModelView of(RegisteredModel model) {
    ModelFacts facts = model.facts();
    return new ModelView(
        model.id(),
        facts.key().provider().key(),
        facts.key().model(),
        facts.origin().base().orElse(null),
        facts.origin().parent().orElse(null),
        StateView.of(model.state()),
        facts.custody().owner().orElse(null),
        facts.custody().contact().orElse(null),
        facts.custody().environment().map(Environment::label).orElse(null),
        RunView.of(facts.run()),
        facts.checkpoints().stream().map(CheckpointView::of).toList(),
        new TreeMap<>(facts.metrics()),
        model.registeredAt(),
        model.changedAt());
  }

  /** Where a model is in its life. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ModelState")
  public record StateView(
      @Schema(examples = "serving") String name,
      Instant since,
      @Nullable String reason,
      @Schema(description = "for retiring: the day by which calls end") @Nullable LocalDate by) {

    static StateView of(ModelState state) {
      String reason = state.match(StateParts.REASON);
      return new StateView(
          state.kind().label(),
          state.since(),
          reason.isEmpty() ? null : reason,
          state.match(StateParts.DAY).orElse(null));
    }
  }

  /** How a model was made. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TrainingRun")
  public record RunView(
      @Schema(examples = "ftjob-abc123") @Nullable String job,
      @Schema(examples = "supervised") @Nullable String method,
      @Nullable Long seed,
      Map<String, String> hyperparameters,
      @Nullable Long trainedTokens,
      @Nullable Instant finishedAt,
      DatasetView dataset,
      @Nullable CostView cost) {

    static RunView of(TrainingRun run) {
      return new RunView(
          run.job().orElse(null),
          run.method().orElse(null),
          run.seed().orElse(null),
          run.sortedHyperparameters(),
          run.trainedTokens().orElse(null),
          run.finishedAt().orElse(null),
          DatasetView.of(run.dataset()),
          CostView.of(run.cost()));
    }
  }

  /** What a model was trained on. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TrainingDataset")
  public record DatasetView(
      List<String> fileIds,
      @Nullable String hash,
      @Schema(description = "clean, warnings or blocked") @Nullable String audit) {

    static DatasetView of(Dataset dataset) {
      return new DatasetView(
          dataset.fileIds(),
          dataset.hash().orElse(null),
          dataset.audit().map(DatasetVerdict::label).orElse(null));
    }
  }

  /** What training cost; exact decimals. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TrainingCost")
  public record CostView(
      @Schema(examples = "USD") String currency,
      @Schema(examples = "12.5") @Nullable String estimated,
      @Nullable String billed) {

    static @Nullable CostView of(TrainingCost cost) {
      return cost.known()
          .map(
              known ->
                  new CostView(
                      known.currency().getCurrencyCode(),
                      cost.estimated().map(Money::toPlainString).orElse(null),
                      cost.billed().map(Money::toPlainString).orElse(null)))
          .orElse(null);
    }
  }

  /** A model of the job before its end. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Checkpoint")
  public record CheckpointView(
      String model, long step, @Nullable String object, Map<String, String> metrics) {

    static CheckpointView of(Checkpoint checkpoint) {
      return new CheckpointView(
          checkpoint.model(),
          checkpoint.step(),
          checkpoint.object().orElse(null),
          new TreeMap<>(checkpoint.metrics()));
    }
  }
}
