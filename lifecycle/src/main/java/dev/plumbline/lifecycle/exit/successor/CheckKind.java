package dev.plumbline.lifecycle.exit.successor;

import java.util.Locale;

/** What every successor is asked. */
public enum CheckKind {
  TUNABLE("can be tuned by the method"),
  ALIVE_LONG_ENOUGH("lives long enough"),
  SAME_PLACE("same region, deployment type and cloud"),
  CAPABLE("can do at least the same"),
  ELIGIBLE("this organisation may tune it"),
  COST_KNOWN("the cost is known"),
  CHAIN("its own replacements lead on");

  private final String words;

  CheckKind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** The published spelling, for example {@code alive_long_enough}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
