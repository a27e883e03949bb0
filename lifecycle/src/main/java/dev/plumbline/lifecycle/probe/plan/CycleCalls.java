package dev.plumbline.lifecycle.probe.plan;

import dev.plumbline.lifecycle.probe.BorderCandidates;
import dev.plumbline.lifecycle.probe.BorderSearch;
import dev.plumbline.lifecycle.probe.Probe;
import dev.plumbline.lifecycle.probe.ProbeSuite;
import dev.plumbline.lifecycle.probe.Sampling;
import dev.plumbline.lifecycle.probe.StarterSuites;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which probes are asked how often in one cycle. */
public final class CycleCalls {

  /** With fewer, a change of ten points is seen late; see section 5 of the methods. */
  private static final int CALLS_PER_FAMILY = 21;

  private static final int SAMPLES_PER_OPEN_QUESTION = 10;

  /** Of one token, at temperature 0 and with log-probabilities. */
  private static final Sampling ONE_TOKEN = Sampling.steady(1);

  private CycleCalls() {}

  /** Every probe as often as its family needs to come to 21 calls, at least once. */
  public static Map<Probe, Integer> ofTasks(ProbeSuite tasks) {
    Map<String, Long> sizes =
        tasks.probes().stream()
            .collect(Collectors.groupingBy(Probe::family, Collectors.counting()));
    return each(
        tasks,
        probe -> {
          int size = Math.toIntExact(sizes.getOrDefault(probe.family(), 1L));
          return Math.max(1, (CALLS_PER_FAMILY + size - 1) / size);
        });
  }

  public static Map<Probe, Integer> ofTripwire(ProbeSuite tripwire) {
    return each(tripwire, probe -> 1);
  }

  public static Map<Probe, Integer> ofOpenQuestions() {
    ProbeSuite open = StarterSuites.find(StarterSuites.OPEN).orElseThrow();
    return each(open, probe -> SAMPLES_PER_OPEN_QUESTION);
  }

  /** As many border prompts as there are at most; which ones is found out later. */
  static Map<Probe, Integer> ofBorder() {
    return Map.of(border("aa"), BorderSearch.MOST_KEPT);
  }

  /** The reference of border prompts and, on the model in question, the search for them. */
  static Map<Probe, Integer> ofBorderPreparation(boolean search) {
    int reference = BorderSearch.MOST_KEPT * BorderSearch.REFERENCE_CALLS;
    int candidates = BorderCandidates.MOST * BorderSearch.CALLS_PER_CANDIDATE;
    return Map.of(border("aa"), search ? candidates + reference : reference);
  }

  /** One prompt of one token. */
  public static Probe border(String prompt) {
    return Probe.ofOneToken("border-" + prompt, "border", prompt, ONE_TOKEN);
  }

  private static Map<Probe, Integer> each(ProbeSuite suite, Function<Probe, Integer> calls) {
    Map<Probe, Integer> each = new LinkedHashMap<>();
    suite.probes().forEach(probe -> each.put(probe, calls.apply(probe)));
    return each;
  }
}
