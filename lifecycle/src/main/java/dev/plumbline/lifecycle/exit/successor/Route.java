package dev.plumbline.lifecycle.exit.successor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A way to leave a fine-tune. Weights cannot be taken along, so elsewhere means tuned anew. */
public enum Route {
  /** Tune the same base again at another provider or in another region. */
  SAME_BASE_ELSEWHERE(true, "the same base elsewhere, tuned again"),
  /** Call a newer base with a longer prompt instead of tuning. */
  NEWER_BASE_WITH_PROMPT(false, "a newer base with a longer prompt"),
  /** Tune another base, wherever it is offered. */
  RETUNE_ELSEWHERE(true, "another base, tuned again"),
  /** Call a smaller base of the same kind. */
  SMALLER_BASE(false, "a smaller base"),
  /** Stop the feature. */
  STOP(false, "stop");

  private final boolean tunes;
  private final String words;

  Route(boolean tunes, String words) {
    this.tunes = tunes;
    this.words = words;
  }

  /** Whether a model has to be trained on this way. */
  public boolean tunes() {
    return tunes;
  }

  public String words() {
    return words;
  }

  /** The published spelling, for example {@code same_base_elsewhere}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Route> findByLabel(String label) {
    return Arrays.stream(values()).filter(route -> route.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(Route::label).collect(Collectors.joining(", "));
  }
}
