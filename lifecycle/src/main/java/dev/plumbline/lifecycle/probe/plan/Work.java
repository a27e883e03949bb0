package dev.plumbline.lifecycle.probe.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is asked in a cycle, the cheapest first. */
public enum Work {
  /** One question of one token. */
  TRIPWIRE("one token"),
  /** Prompts whose first token flips. */
  BORDER("border prompts"),
  /** Questions with right answers. */
  TASKS("task suite"),
  /** Open questions, whose answers are compared as distributions; only after a suspicion. */
  OPEN("open questions");

  private final String words;

  Work(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Work> find(String label) {
    return Arrays.stream(values()).filter(work -> work.label().equals(label)).findFirst();
  }
}
