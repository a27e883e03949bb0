package dev.plumbline.lifecycle.drift.comparison;

import dev.plumbline.lifecycle.drift.responses.Symbols;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import java.util.Arrays;
import java.util.List;

/**
 * Equal positions between all answers to one prompt, counted once: only pairs of one prompt enter
 * the kernel, and a permutation of labels only chooses which pairs are summed. Whole numbers, so
 * that no order of summation changes a result.
 */
final class GramBlock {

  private static final int PADDING = -1;

  private final int references;
  private final int size;

  /** Matches of answers i and j at i * size + j; zero where i equals j. */
  private final int[] matches;

  private final long[] rowSums;
  private final long total;
  private final int[] order;

  private GramBlock(int references, int[][] answers) {
    this.references = references;
    this.size = answers.length;
    this.matches = new int[size * size];
    this.rowSums = new long[size];
    long sum = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        int equal = equalPositions(answers[i], answers[j]);
        matches[i * size + j] = equal;
        matches[j * size + i] = equal;
        rowSums[i] += equal;
        rowSums[j] += equal;
        sum += equal;
      }
    }
    this.total = sum;
    this.order = new int[size];
    Arrays.setAll(order, i -> i);
  }

  static GramBlock of(PromptSamples prompt, int length) {
    int references = prompt.reference().size();
    int[][] answers = new int[references + prompt.now().size()][];
    for (int i = 0; i < answers.length; i++) {
      answers[i] =
          padded(
              i < references ? prompt.reference().get(i) : prompt.now().get(i - references),
              length);
    }
    return new GramBlock(references, answers);
  }

  private static int[] padded(Symbols symbols, int length) {
    int[] row = new int[length];
    List<Integer> values = symbols.values();
    int own = Math.min(length, values.size());
    for (int i = 0; i < own; i++) {
      row[i] = values.get(i);
    }
    Arrays.fill(row, own, length, PADDING);
    return row;
  }

  private static int equalPositions(int[] one, int[] other) {
    int equal = 0;
    for (int i = 0; i < one.length; i++) {
      equal += one[i] == other[i] ? 1 : 0;
    }
    return equal;
  }

  long references() {
    return references;
  }

  long others() {
    return (long) size - references;
  }

  /** Adds the sums over pairs under the labels as they were observed. */
  void addObserved(PairSums sums) {
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    add(sums);
  }

  /** Adds the sums under labels drawn anew within the prompt. */
  void addPermuted(PairSums sums, SeededRandom random) {
    for (int i = 0; i < references; i++) {
      int other = i + random.nextInt(size - i);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    add(sums);
  }

  private void add(PairSums sums) {
    long within = 0;
    long rows = 0;
    for (int i = 0; i < references; i++) {
      int row = order[i] * size;
      rows += rowSums[order[i]];
      for (int j = 0; j < i; j++) {
        within += matches[row + order[j]];
      }
    }
    long across = rows - 2 * within;
    sums.add(within, across, total - within - across);
  }
}
