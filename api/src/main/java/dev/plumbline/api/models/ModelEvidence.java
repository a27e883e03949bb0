package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Instant;
import java.util.UUID;

/**
 * What proves something about a model.
 *
 * @param seenAt when it was measured or answered
 * @param reference where the proof is: an address, a file, the id of a run
 */
public record ModelEvidence(
    UUID id, ModelKey key, EvidenceKind kind, Instant seenAt, String reference) {

  public ModelEvidence {
    requireNonNull(id, "id");
    requireNonNull(key, "key");
    requireNonNull(kind, "kind");
    requireNonNull(seenAt, "seenAt");
    requireNonNull(reference, "reference");
  }
}
