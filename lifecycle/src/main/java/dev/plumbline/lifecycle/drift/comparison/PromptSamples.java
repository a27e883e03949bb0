package dev.plumbline.lifecycle.drift.comparison;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.responses.Symbols;
import java.util.List;

/** The answers to one prompt: those of the reference and those of now. Numbers may differ. */
public record PromptSamples(String prompt, List<Symbols> reference, List<Symbols> now) {

  public PromptSamples {
    requireNonNull(prompt, "prompt");
    reference = List.copyOf(reference);
    now = List.copyOf(now);
  }

  int longest() {
    return Math.max(longest(reference), longest(now));
  }

  private static int longest(List<Symbols> some) {
    return some.stream().mapToInt(Symbols::length).max().orElse(0);
  }
}
