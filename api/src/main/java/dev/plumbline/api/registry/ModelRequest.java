package dev.plumbline.api.registry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.NotAModelName;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Checkpoint;
import dev.plumbline.lifecycle.registry.Custody;
import dev.plumbline.lifecycle.registry.ModelFacts;
import dev.plumbline.lifecycle.registry.ModelIds;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.ModelState;
import dev.plumbline.lifecycle.registry.Origin;
import dev.plumbline.lifecycle.registry.StateKind;
import dev.plumbline.lifecycle.registry.TrainingRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to register a model, or to change what is known about one. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewModel",
    examples =
        """
        {"model":"ft:gpt-4o-2024-08-06:acme::a1","owner":"Search team","contact":"search@example.com",
         "environment":"production","run":{"job":"ftjob-abc123","trained_tokens":100000,
         "cost":{"currency":"USD","billed":"2.5"}}}""")
record ModelRequest(
    @Schema(description = "absent where the name says it", examples = "openai")
        @Nullable String provider,
    @Schema(examples = "ft:gpt-4o-2024-08-06:acme::a1") @Nullable String model,
    @Schema(description = "absent where the name says it", examples = "gpt-4o-2024-08-06")
        @Nullable String base,
    @Schema(description = "the fine-tune that was continued") @Nullable String parent,
    @Schema(description = "of a new model: training, failed, ready (the default), serving …")
        @Nullable StateRequest state,
    @Nullable String owner,
    @Nullable String contact,
    @Schema(description = "production, staging or development") @Nullable String environment,
    @Nullable RunRequest run,
    @Nullable List<CheckpointRequest> checkpoints,
    @Nullable Map<String, String> metrics) {

  private static final ModelNames NAMES = ModelNames.bundled();
  private static final ModelIds IDS = ModelIds.bundled();
  private static final int MOST_CHECKPOINTS = 200;

  /** A model that is to be registered. */
  ModelFacts toFacts() {
    ModelKey key = key();
    Optional<String> known = IDS.find(key).flatMap(ModelId::base);
    return changed(ModelFacts.named(key).from(new Origin(known, Optional.empty())));
  }

  /**
   * The same facts with what this request says; what it leaves out stays, what it leaves blank is
   * taken away.
   */
  ModelFacts changed(ModelFacts facts) {
    Origin origin =
        new Origin(
            Given.patched("base", facts.origin().base(), base, Given.MODEL),
            Given.patched("parent", facts.origin().parent(), parent, Given.MODEL));
    TrainingRun made = run == null ? facts.run() : run.changed(facts.run());
    ModelFacts changed = Input.read("parent", () -> facts.from(origin));
    changed = changed.madeBy(made).ownedBy(custody(facts.custody()));
    if (checkpoints != null) {
      changed = changed.withCheckpoints(given(checkpoints));
    }
    return metrics == null ? changed : changed.measuring(Given.values("metrics", metrics));
  }

  /** The state of a new model; ready when none is said. */
  ModelState found(Instant now) {
    if (state == null) {
      return new ModelState.Ready(now);
    }
    StateKind kind = state.kind();
    return Input.read("state", () -> ModelState.found(kind, state.change(now)));
  }

  private Custody custody(Custody current) {
    Optional<Environment> where =
        environment == null
            ? current.environment()
            : Given.wordIfAny(
                "environment", environment, Environment::findByLabel, Environment.labels());
    return new Custody(
        Given.patched("owner", current.owner(), owner, Given.NAME),
        Given.patched("contact", current.contact(), contact, Given.CONTACT),
        where);
  }

  private ModelKey key() {
    String name = Given.text("model", model, Given.MODEL);
    Provider served =
        provider == null || provider.isBlank() ? ofName(name) : Given.provider(provider);
    return Input.read("model", () -> new ModelKey(served, name));
  }

  /** Without a provider the name must say whose it is. */
  private static Provider ofName(String name) {
    return NAMES
        .parse(name)
        .match(
            ModelId::provider,
            none -> {
              throw unknown(none);
            });
  }

  private static RuntimeException unknown(NotAModelName none) {
    return Input.refused("model", none.reason() + "; or say the provider");
  }

  private static List<Checkpoint> given(List<CheckpointRequest> requests) {
    if (requests.size() > MOST_CHECKPOINTS) {
      throw Input.refused("checkpoints", "more than " + MOST_CHECKPOINTS);
    }
    return requests.stream().map(each -> Given.body(each).toCheckpoint()).toList();
  }

  /** A model of the job before its end. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NewCheckpoint")
  record CheckpointRequest(
      @Nullable String model,
      @Nullable Long step,
      @Nullable String object,
      @Nullable Map<String, String> metrics) {

    Checkpoint toCheckpoint() {
      String name = Given.text("checkpoints.model", model, Given.MODEL);
      if (step == null) {
        throw Input.refused("checkpoints.step", "it is missing");
      }
      return Input.read(
          "checkpoints.step",
          () ->
              new Checkpoint(
                  name,
                  step,
                  Given.textIfAny("checkpoints.object", object, Given.MODEL),
                  Given.values("checkpoints.metrics", metrics)));
    }
  }
}
