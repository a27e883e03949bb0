package dev.plumbline.lifecycle.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names of the states of a model, for lists, filters and storage. */
public enum StateKind {
  TRAINING,
  FAILED,
  READY,
  SERVING,
  RETIRING,
  RETIRED,
  GONE;

  /** The published spelling, for example {@code serving}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a call could still be answered, so that dates of the model matter. */
  public boolean isCallable() {
    return this == READY || this == SERVING || this == RETIRING;
  }

  public static Optional<StateKind> findByLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(StateKind::label).collect(Collectors.joining(", "));
  }
}
