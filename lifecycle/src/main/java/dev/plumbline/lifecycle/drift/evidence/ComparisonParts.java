package dev.plumbline.lifecycle.drift.evidence;

import dev.plumbline.lifecycle.drift.comparison.Comparison;
import dev.plumbline.lifecycle.drift.comparison.FisherTest;
import dev.plumbline.lifecycle.drift.comparison.KernelTest;
import dev.plumbline.lifecycle.drift.comparison.LogProbabilityTest;
import dev.plumbline.lifecycle.drift.comparison.McNemarTest;
import dev.plumbline.lifecycle.drift.comparison.Measure;
import dev.plumbline.lifecycle.drift.comparison.PairedValues;
import dev.plumbline.lifecycle.drift.comparison.Permutations;
import dev.plumbline.lifecycle.drift.comparison.PromptSamples;
import dev.plumbline.lifecycle.drift.comparison.SignedRankTest;
import dev.plumbline.lifecycle.drift.comparison.TwoProportionTest;
import dev.plumbline.lifecycle.drift.json.JsonPart;
import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.responses.Symbols;
import dev.plumbline.lifecycle.drift.stats.Rate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tests of two samples with their data as parts of a document, in both directions. */
final class ComparisonParts {

  private ComparisonParts() {}

  static Map<String, Object> of(Comparison test) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (test instanceof KernelTest kernel) {
      parts.put("method", "mmd");
      parts.put("length", kernel.length());
      parts.put("permutations", of(kernel.permutations()));
      parts.put("prompts", kernel.prompts().stream().map(ComparisonParts::of).toList());
    } else if (test instanceof LogProbabilityTest logprob) {
      parts.put("method", "logprob");
      parts.put("permutations", of(logprob.permutations()));
      parts.put("reference", replies(logprob.reference()));
      parts.put("now", replies(logprob.now()));
    } else if (test instanceof SignedRankTest wilcoxon) {
      parts.put("method", "wilcoxon");
      parts.put("measure", EvidenceWriter.name(wilcoxon.values().measure()));
      parts.put("reference", wilcoxon.values().reference());
      parts.put("now", wilcoxon.values().now());
    } else {
      addCounts(parts, test);
    }
    return parts;
  }

  private static void addCounts(Map<String, Object> parts, Comparison test) {
    if (test instanceof McNemarTest mcnemar) {
      parts.put("method", "mcnemar");
      parts.put("pass_to_fail", mcnemar.passToFail());
      parts.put("fail_to_pass", mcnemar.failToPass());
      parts.put("pairs", mcnemar.pairs());
    } else if (test instanceof FisherTest fisher) {
      parts.put("method", "fisher");
      parts.put("reference", of(fisher.reference()));
      parts.put("now", of(fisher.now()));
    } else if (test instanceof TwoProportionTest proportions) {
      parts.put("method", "two-proportion");
      parts.put("reference", of(proportions.reference()));
      parts.put("now", of(proportions.now()));
    }
  }

  private static Map<String, Object> of(Permutations permutations) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("count", permutations.count());
    parts.put("seed", permutations.seed());
    parts.put("early_stop", permutations.earlyStop());
    return parts;
  }

  private static Map<String, Object> of(PromptSamples prompt) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("prompt", prompt.prompt());
    parts.put("reference", prompt.reference().stream().map(Symbols::values).toList());
    parts.put("now", prompt.now().stream().map(Symbols::values).toList());
    return parts;
  }

  private static List<Object> of(Rate rate) {
    return List.of(rate.successes(), rate.trials());
  }

  private static List<Object> replies(List<LogProbabilities> replies) {
    return replies.stream().<Object>map(LogProbabilities::byToken).toList();
  }

  static Comparison comparison(JsonPart part) {
    JsonPart method = part.get("method");
    return switch (method.text()) {
      case "mmd" ->
          new KernelTest(
              part.get("prompts").list(ComparisonParts::prompt),
              part.get("length").small(),
              permutations(part));
      case "logprob" ->
          new LogProbabilityTest(
              part.get("reference").list(CycleParts::reply),
              part.get("now").list(CycleParts::reply),
              permutations(part));
      case "wilcoxon" ->
          new SignedRankTest(
              new PairedValues(
                  part.get("measure").constant(Measure.class),
                  part.get("reference").list(JsonPart::number),
                  part.get("now").list(JsonPart::number)));
      case "mcnemar" ->
          new McNemarTest(
              part.get("pass_to_fail").whole(),
              part.get("fail_to_pass").whole(),
              part.get("pairs").whole());
      case "fisher" -> new FisherTest(rate(part.get("reference")), rate(part.get("now")));
      case "two-proportion" ->
          new TwoProportionTest(rate(part.get("reference")), rate(part.get("now")));
      default -> throw method.refused("'" + method.text() + "' is no method");
    };
  }

  private static Permutations permutations(JsonPart part) {
    return part.get("permutations")
        .as(
            one ->
                new Permutations(
                    one.get("count").small(),
                    one.get("seed").whole(),
                    one.get("early_stop").truth()));
  }

  private static PromptSamples prompt(JsonPart part) {
    return new PromptSamples(
        part.get("prompt").text(),
        part.get("reference").list(ComparisonParts::symbols),
        part.get("now").list(ComparisonParts::symbols));
  }

  private static Symbols symbols(JsonPart part) {
    return new Symbols(part.list(JsonPart::small));
  }

  private static Rate rate(JsonPart part) {
    if (part.items().size() != 2) {
      throw part.refused("must hold successes and trials");
    }
    return part.as(pair -> new Rate(pair.items().get(0).whole(), pair.items().get(1).whole()));
  }
}
