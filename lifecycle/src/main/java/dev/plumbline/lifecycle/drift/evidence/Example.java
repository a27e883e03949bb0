package dev.plumbline.lifecycle.drift.evidence;

import static java.util.Objects.requireNonNull;

/** Answers to one prompt before and after; texts, or their hashes where texts are not kept. */
public record Example(String family, String prompt, String before, String after) {

  public Example {
    requireNonNull(family, "family");
    requireNonNull(prompt, "prompt");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
