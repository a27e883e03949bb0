package dev.plumbline.api.registry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.models.EvidenceKind;
import dev.plumbline.api.models.NewEvidence;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to prove something about a model. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewModelEvidence",
    examples =
        """
        {"provider":"openai","model":"gpt-4o-2024-08-06","kind":"servable",
         "reference":"https://ci.example.com/runs/4711"}""")
record EvidenceRequest(
    @Nullable String provider,
    @Nullable String model,
    @Schema(description = "baseline or servable") @Nullable String kind,
    @Schema(description = "when it was measured or answered; now when absent")
        @Nullable Instant seenAt,
    @Schema(description = "where the proof is: an address, a file, the id of a run")
        @Nullable String reference) {

  private static final int LONGEST_REFERENCE = 2000;

  NewEvidence toEvidence(Instant now) {
    Provider served = Given.provider(provider);
    String name = Given.text("model", model, Given.MODEL);
    Instant seen = Optional.ofNullable(seenAt).orElse(now);
    if (seen.isAfter(now)) {
      throw Input.refused("seen_at", "nothing can be proven before it happens");
    }
    return new NewEvidence(
        Input.read("model", () -> new ModelKey(served, name)),
        Given.word("kind", kind, EvidenceKind::findByLabel, EvidenceKind.labels()),
        seen,
        Given.text("reference", reference, LONGEST_REFERENCE));
  }
}
