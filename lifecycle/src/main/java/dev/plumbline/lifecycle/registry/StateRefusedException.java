package dev.plumbline.lifecycle.registry;

import java.util.Set;
import java.util.stream.Collectors;

/** A state cannot follow on the one that a model is in. */
public final class StateRefusedException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  StateRefusedException(StateKind from, StateKind to, Set<StateKind> allowed) {
    super(
        "a model that is %s cannot become %s; it can become %s"
            .formatted(from.label(), to.label(), names(allowed)));
  }

  private static String names(Set<StateKind> allowed) {
    return allowed.isEmpty()
        ? "nothing else"
        : allowed.stream().sorted().map(StateKind::label).collect(Collectors.joining(", "));
  }
}
