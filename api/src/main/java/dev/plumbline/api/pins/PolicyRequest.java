package dev.plumbline.api.pins;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.registry.Given;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.pinning.PinningPolicy;
import dev.plumbline.lifecycle.pinning.RollbackDemand;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The policy that an environment is to have; what is absent is no demand. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewPinPolicy",
    examples =
        """
        {"no_moving_alias":true,"base_lives_days":90,"rollback_verified_days":7,
         "rollback_lives_days":30,"evaluation_baseline":true,"approved":["openai/gpt-4o-2024-08-06"]}""")
record PolicyRequest(
    @Nullable Boolean noMovingAlias,
    @Nullable Integer baseLivesDays,
    @Nullable Integer rollbackVerifiedDays,
    @Nullable Integer rollbackLivesDays,
    @Nullable Boolean evaluationBaseline,
    @Nullable Integer fineTuneAgeDays,
    @Nullable List<String> approved) {

  private static final int MOST_APPROVED = 1000;
  private static final int LONGEST = 1200;
  private static final int USUAL_VERIFIED_DAYS = 7;
  private static final int USUAL_LIVES_DAYS = 30;

  PinningPolicy toPolicy() {
    return Input.read(
        "policy",
        () ->
            new PinningPolicy(
                Boolean.TRUE.equals(noMovingAlias),
                Optional.ofNullable(baseLivesDays),
                rollback(),
                Boolean.TRUE.equals(evaluationBaseline),
                Optional.ofNullable(fineTuneAgeDays),
                Optional.ofNullable(approved).map(PolicyRequest::keys)));
  }

  /** One of the two numbers is a demand; the other one is then the usual one. */
  private Optional<RollbackDemand> rollback() {
    if (rollbackVerifiedDays == null && rollbackLivesDays == null) {
      return Optional.empty();
    }
    return Optional.of(
        new RollbackDemand(
            Optional.ofNullable(rollbackVerifiedDays).orElse(USUAL_VERIFIED_DAYS),
            Optional.ofNullable(rollbackLivesDays).orElse(USUAL_LIVES_DAYS)));
  }

  private static Set<ModelKey> keys(List<String> texts) {
    if (texts.size() > MOST_APPROVED) {
      throw Input.refused("approved", "more than " + MOST_APPROVED);
    }
    return texts.stream().map(PolicyRequest::key).collect(Collectors.toSet());
  }

  private static ModelKey key(String text) {
    String given = Given.text("approved", text, LONGEST);
    int slash = given.indexOf('/');
    if (slash < 1) {
      throw Input.refused("approved", "write provider/model, for example openai/gpt-4o-2024-08-06");
    }
    return Input.read(
        "approved",
        () -> new ModelKey(Provider.of(given.substring(0, slash)), given.substring(slash + 1)));
  }
}
