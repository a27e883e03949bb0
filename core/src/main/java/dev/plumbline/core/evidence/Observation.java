package dev.plumbline.core.evidence;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that someone stated: what, how surely, who, and the day of the statement that we read.
 *
 * @param seenAt day of the page or file version behind the value; empty when the source is undated
 */
public record Observation<T>(
    T value, Certainty certainty, Source source, Optional<LocalDate> seenAt) {

  public Observation {
    requireNonNull(value, "value");
    requireNonNull(certainty, "certainty");
    requireNonNull(source, "source");
    requireNonNull(seenAt, "seenAt");
  }

  public <R> Observation<R> map(Function<? super T, ? extends R> change) {
    return new Observation<>(change.apply(value), certainty, source, seenAt);
  }
}
