package dev.plumbline.lifecycle.pinning;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.AliasTarget;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be called, as far as it is known.
 *
 * @param alias whether the provider can move the name to another model
 * @param meaning what an alias means at that moment; empty for a snapshot, and when nobody says it
 * @param fineTuned whether it is somebody's own training
 * @param base the snapshot behind it, or that it is; empty when nobody knows it
 * @param end first day on which it can no longer be called; empty when no source states one
 * @param trainedOn the day of a fine-tune's training; empty when nobody knows it
 */
public record PinTarget(
    ModelKey key,
    boolean alias,
    Optional<AliasTarget> meaning,
    boolean fineTuned,
    Optional<String> base,
    Optional<LocalDate> end,
    Optional<LocalDate> trainedOn) {

  public PinTarget {
    requireNonNull(key, "key");
    requireNonNull(meaning, "meaning");
    requireNonNull(base, "base");
    requireNonNull(end, "end");
    requireNonNull(trainedOn, "trainedOn");
  }

  /** The base as a model of the same provider. */
  Optional<ModelKey> baseKey() {
    return base.map(name -> new ModelKey(key.provider(), name));
  }
}
