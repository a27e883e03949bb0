package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.comparison.KernelTest;
import dev.plumbline.lifecycle.drift.comparison.Permutations;
import dev.plumbline.lifecycle.drift.comparison.PromptSamples;
import dev.plumbline.lifecycle.drift.responses.Symbols;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** 25 prompts with 10 + 10 answers of random letters: the size of the goal. */
record KernelRows(List<PromptSamples> prompts, int length) {

  static KernelRows of(int length) {
    SeededRandom random = new SeededRandom(length);
    List<PromptSamples> prompts = new ArrayList<>();
    for (int p = 0; p < 25; p++) {
      prompts.add(new PromptSamples("" + p, answers(random, length), answers(random, length)));
    }
    return new KernelRows(prompts, length);
  }

  KernelTest test(long seed) {
    return new KernelTest(prompts, length, Permutations.thousand(seed));
  }

  private static List<Symbols> answers(SeededRandom random, int length) {
    List<Symbols> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      List<Integer> letters = new ArrayList<>();
      for (int j = 0; j < length; j++) {
        letters.add('a' + random.nextInt(26));
      }
      answers.add(new Symbols(letters));
    }
    return answers;
  }
}
