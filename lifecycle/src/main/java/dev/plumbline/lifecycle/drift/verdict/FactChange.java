package dev.plumbline.lifecycle.drift.verdict;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Something a provider says of itself that differs, for example the resolved model. */
public record FactChange(String name, Optional<String> before, Optional<String> now) {

  public FactChange {
    requireNonNull(name, "name");
    requireNonNull(before, "before");
    requireNonNull(now, "now");
  }
}
