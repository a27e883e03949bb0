package dev.plumbline.lifecycle.drift.comparison;

import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.responses.Response;
import dev.plumbline.lifecycle.drift.responses.Symbols;
import dev.plumbline.lifecycle.drift.stats.Rate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Responses before and now, as the tests want them. What only one file has is left out. */
record TwoFiles(List<Response> reference, List<Response> now) {

  TwoFiles {
    reference = List.copyOf(reference);
    now = List.copyOf(now);
    if (reference.isEmpty() || now.isEmpty()) {
      throw new IllegalArgumentException(
          "%d responses before and %d now: nothing to compare"
              .formatted(reference.size(), now.size()));
    }
  }

  List<PromptSamples> samples() {
    Map<String, List<Symbols>> before = byPrompt(reference);
    Map<String, List<Symbols>> after = byPrompt(now);
    List<PromptSamples> samples = new ArrayList<>();
    before.forEach(
        (prompt, answers) ->
            Optional.ofNullable(after.get(prompt))
                .ifPresent(others -> samples.add(new PromptSamples(prompt, answers, others))));
    return samples;
  }

  private static Map<String, List<Symbols>> byPrompt(List<Response> responses) {
    Map<String, List<Symbols>> answers = new LinkedHashMap<>();
    for (Response one : responses) {
      answers
          .computeIfAbsent(prompt(one), none -> new ArrayList<>())
          .add(needed(one, one.answer(), "tokens or response"));
    }
    return answers;
  }

  static List<LogProbabilities> logProbabilities(List<Response> responses) {
    return responses.stream().map(one -> needed(one, one.logProbabilities(), "logprobs")).toList();
  }

  static Rate rate(List<Response> responses) {
    long passed = responses.stream().filter(TwoFiles::passed).count();
    return new Rate(passed, responses.size());
  }

  McNemarTest pairedPasses() {
    long lost = 0;
    long won = 0;
    List<Pair> pairs = pairs();
    for (Pair pair : pairs) {
      boolean before = passed(pair.reference());
      boolean after = passed(pair.now());
      lost += before && !after ? 1 : 0;
      won += !before && after ? 1 : 0;
    }
    return new McNemarTest(lost, won, pairs.size());
  }

  PairedValues pairedValues(Measure measure) {
    List<Pair> pairs = pairs();
    return new PairedValues(measure, values(pairs, Pair::reference), values(pairs, Pair::now));
  }

  private static List<Double> values(List<Pair> pairs, Function<Pair, Response> side) {
    return pairs.stream().map(side).map(one -> needed(one, one.value(), "value")).toList();
  }

  private static boolean passed(Response one) {
    return needed(one, one.passed(), "passed");
  }

  private record Pair(Response reference, Response now) {}

  private List<Pair> pairs() {
    Map<String, Response> before = once(reference);
    List<Pair> pairs = new ArrayList<>();
    once(now)
        .forEach(
            (prompt, after) ->
                Optional.ofNullable(before.get(prompt))
                    .ifPresent(own -> pairs.add(new Pair(own, after))));
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("the files have no prompt in common");
    }
    return pairs;
  }

  private static Map<String, Response> once(List<Response> responses) {
    Map<String, Response> byPrompt = new LinkedHashMap<>();
    for (Response one : responses) {
      Response other = byPrompt.put(prompt(one), one);
      if (other != null) {
        throw new IllegalArgumentException(
            "lines %d and %d answer the same prompt: a paired test takes one answer of each"
                .formatted(other.line(), one.line()));
      }
    }
    return byPrompt;
  }

  private static String prompt(Response one) {
    return needed(one, one.prompt(), "prompt_id or prompt");
  }

  private static <T> T needed(Response one, Optional<T> field, String name) {
    return field.orElseThrow(
        () -> new IllegalArgumentException("line " + one.line() + " lacks " + name));
  }
}
