package dev.plumbline.api.costs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.cost.RequestUsage;
import dev.plumbline.pricing.usage.Usage;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One request to be priced. Input tokens include the cached and the written ones. */
@Schema(name = "CostRequest")
@JsonNaming(SnakeCaseStrategy.class)
record CostRequest(
    @Schema(
            description = "model name: snapshot, alias, fine-tune or checkpoint",
            examples = "ft:gpt-4o-2024-08-06:acme::AbC123",
            required = true)
        @Nullable String model,
    @Schema(
            description = "moment of the request; now when left out",
            examples = "2026-11-20T12:00:00Z")
        @Nullable Instant at,
    @Schema(description = "who bills; the model's own provider when left out", examples = "openai")
        @Nullable String provider,
    @Schema(description = "service tier; standard when left out", examples = "standard")
        @Nullable String tier,
    @Schema(description = "all input tokens, cached and written ones included", examples = "1700")
        @Nullable Long inputTokens,
    @Schema(description = "input tokens read from the prompt cache", examples = "1024")
        @Nullable Long cachedInputTokens,
    @Schema(description = "input tokens written to the prompt cache", examples = "0")
        @Nullable Long cacheWriteTokens,
    @Schema(description = "output tokens, reasoning included", examples = "200")
        @Nullable Long outputTokens) {

  private static final int LONGEST_NAME = 512;

  /** The request in the words of the domain; {@code where} is put before the names of fields. */
  RequestUsage read(String where, Instant now) {
    Usage usage = usage(where);
    ServiceTier wanted = Input.read(where + "tier", () -> tier(tier));
    Optional<Provider> billedBy =
        Input.read(where + "provider", () -> Optional.ofNullable(provider).map(Provider::of));
    return new RequestUsage(name(where), billedBy, at == null ? now : at, wanted, "", usage);
  }

  private String name(String where) {
    return Input.read(
        where + "model",
        () -> {
          if (model == null || model.isBlank()) {
            throw new IllegalArgumentException("a model name is needed");
          }
          if (model.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a model name has at most 512 characters");
          }
          return model;
        });
  }

  private Usage usage(String where) {
    return Input.read(
        where + "input_tokens",
        () ->
            Usage.inclusive(
                tokens(inputTokens),
                tokens(cachedInputTokens),
                tokens(cacheWriteTokens),
                tokens(outputTokens)));
  }

  private static long tokens(@Nullable Long given) {
    return given == null ? 0 : given;
  }

  private static ServiceTier tier(@Nullable String label) {
    if (label == null) {
      return ServiceTier.STANDARD;
    }
    return ServiceTier.findByLabel(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no tier; use one of %s".formatted(label, ServiceTier.labels())));
  }
}
