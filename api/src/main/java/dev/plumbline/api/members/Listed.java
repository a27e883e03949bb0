package dev.plumbline.api.members;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Part of a list.
 *
 * @param next what continues it; empty at the end
 */
public record Listed<T>(List<T> entries, Optional<String> next) {

  public Listed {
    entries = List.copyOf(entries);
  }

  <R> Listed<R> as(Function<T, R> view) {
    return new Listed<>(entries.stream().map(view).toList(), next);
  }
}
