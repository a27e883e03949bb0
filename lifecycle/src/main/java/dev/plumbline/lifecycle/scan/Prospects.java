package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.AliasTarget;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import java.util.Optional;

/**
 * What sources say about a model.
 *
 * @param lifespan both clocks; empty when no source knows the model
 * @param target what an alias means on the day of the scan
 * @param replacement what a source names instead, in its words
 */
public record Prospects(
    Optional<Lifespan> lifespan, Optional<AliasTarget> target, Optional<String> replacement) {

  static final Prospects NONE = new Prospects(Optional.empty(), Optional.empty(), Optional.empty());

  public Prospects {
    requireNonNull(lifespan, "lifespan");
    requireNonNull(target, "target");
    requireNonNull(replacement, "replacement");
  }
}
