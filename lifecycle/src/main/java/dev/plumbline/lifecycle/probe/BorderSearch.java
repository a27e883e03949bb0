package dev.plumbline.lifecycle.probe;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which prompts of a model lie on a border: those whose first token was not always the same, the
 * most balanced first.
 */
public final class BorderSearch {

  /** Times that each candidate is asked. */
  public static final int CALLS_PER_CANDIDATE = 3;

  /** Border prompts that are kept at most. */
  public static final int MOST_KEPT = 20;

  /** Times that each kept prompt is asked for its reference. */
  public static final int REFERENCE_CALLS = 100;

  private BorderSearch() {}

  /** A candidate and the first tokens that came; empty ones are answers without a token. */
  public record Tried(String prompt, List<String> firstTokens) {

    public Tried {
      requireNonNull(prompt, "prompt");
      firstTokens = List.copyOf(firstTokens);
    }

    private List<Long> counts() {
      return firstTokens.stream()
          .filter(token -> !token.isEmpty())
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
          .values()
          .stream()
          .sorted(Comparator.reverseOrder())
          .toList();
    }

    /** The second most frequent token for each of the most frequent one; 0 when there is one. */
    double balance() {
      List<Long> counts = counts();
      return counts.size() < 2 ? 0 : (double) counts.get(1) / counts.get(0);
    }
  }

  /** The border prompts, at most {@link #MOST_KEPT}; none is a normal answer. */
  public static List<String> found(List<Tried> tried) {
    Map<String, Double> balance =
        tried.stream().collect(Collectors.toMap(Tried::prompt, Tried::balance, Math::max));
    return balance.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_KEPT)
        .map(Map.Entry::getKey)
        .toList();
  }
}
