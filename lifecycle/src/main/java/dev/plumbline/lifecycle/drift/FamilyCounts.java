package dev.plumbline.lifecycle.drift;

import static java.util.Objects.requireNonNull;

/** Passes and failures of one family of prompts in one cycle. */
public record FamilyCounts(String family, long passed, long failed) {

  public FamilyCounts {
    requireNonNull(family, "family");
    if (passed < 0 || failed < 0) {
      throw new IllegalArgumentException(
          "family %s: %d passed, %d failed".formatted(family, passed, failed));
    }
  }

  long calls() {
    return passed + failed;
  }
}
