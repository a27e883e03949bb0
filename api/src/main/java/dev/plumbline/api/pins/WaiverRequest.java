package dev.plumbline.api.pins;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.registry.Given;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.pinning.RuleName;
import dev.plumbline.lifecycle.pinning.Waiver;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to be excused from a rule. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewWaiver",
    examples =
        """
        {"rule":"base_lives","environment":"production","provider":"openai",
         "model":"gpt-4o-2024-08-06","owner":"Ada","reason":"leaving in December",
         "expires_at":"2026-12-20T00:00:00Z"}""")
record WaiverRequest(
    @Schema(
            description =
                "no_moving_alias, base_lives, rollback_target, evaluation_baseline, fine_tune_age"
                    + " or approved_models")
        @Nullable String rule,
    @Nullable String environment,
    @Nullable String provider,
    @Schema(description = "with its provider; absent for every model") @Nullable String model,
    @Schema(description = "absent for every application") @Nullable String consumer,
    @Nullable String owner,
    @Nullable String reason,
    @Schema(description = "at most a year from now") @Nullable Instant expiresAt) {

  private static final int LONGEST_OWNER = 200;
  private static final int LONGEST_REASON = 2000;
  private static final int LONGEST_MODEL = 1024;
  private static final Duration LONGEST = Duration.ofDays(366);

  Waiver toWaiver(Instant now) {
    RuleName waived = Given.word("rule", rule, RuleName::findByLabel, RuleName.labels());
    Environment where =
        Given.word("environment", environment, Environment::findByLabel, Environment.labels());
    String answering = Given.text("owner", owner, LONGEST_OWNER);
    String because = Given.text("reason", reason, LONGEST_REASON);
    Instant end = end(now);
    return Input.read(
        "expires_at",
        () ->
            new Waiver(
                UUID.randomUUID(),
                waived,
                where,
                key(),
                application(),
                answering,
                because,
                now,
                end));
  }

  private Instant end(Instant now) {
    if (expiresAt == null) {
      throw Input.refused("expires_at", "it is missing: a waiver has an end");
    }
    if (expiresAt.isAfter(now.plus(LONGEST))) {
      throw Input.refused("expires_at", "at most a year from now");
    }
    return expiresAt;
  }

  private Optional<UUID> application() {
    return Optional.ofNullable(consumer).map(id -> Given.id("consumer", id));
  }

  private Optional<ModelKey> key() {
    return Given.textIfAny("model", model, LONGEST_MODEL)
        .map(name -> Input.read("model", () -> new ModelKey(Given.provider(provider), name)));
  }
}
