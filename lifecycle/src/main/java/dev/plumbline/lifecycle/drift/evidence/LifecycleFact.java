package dev.plumbline.lifecycle.drift.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a calendar knew of a probed model, or of its base, when a verdict was told.
 *
 * @param what for example {@code end of inference}
 * @param value a day or a name; empty when nobody knows it
 * @param certainty how firmly it stands; empty with the value
 * @param source who says so, or why nobody knows it
 */
public record LifecycleFact(
    String model, String what, Optional<String> value, Optional<String> certainty, String source) {

  public LifecycleFact {
    requireNonNull(model, "model");
    requireNonNull(what, "what");
    requireNonNull(value, "value");
    requireNonNull(certainty, "certainty");
    requireNonNull(source, "source");
  }

  /** Something that somebody says. */
  public static LifecycleFact known(
      String model, String what, String value, String certainty, String source) {
    return new LifecycleFact(model, what, Optional.of(value), Optional.of(certainty), source);
  }

  /** Something that nobody says. */
  public static LifecycleFact unknown(String model, String what, String why) {
    return new LifecycleFact(model, what, Optional.empty(), Optional.empty(), why);
  }
}
