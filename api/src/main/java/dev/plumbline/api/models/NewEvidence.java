package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Instant;

/**
 * Evidence to be kept.
 *
 * @param seenAt when it was measured or answered
 * @param reference 1 to 2,000 characters that say where the proof is
 */
public record NewEvidence(ModelKey key, EvidenceKind kind, Instant seenAt, String reference) {

  public NewEvidence {
    requireNonNull(key, "key");
    requireNonNull(kind, "kind");
    requireNonNull(seenAt, "seenAt");
    requireNonNull(reference, "reference");
  }
}
