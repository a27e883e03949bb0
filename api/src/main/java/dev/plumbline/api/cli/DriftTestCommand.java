package dev.plumbline.api.cli;

import dev.plumbline.lifecycle.drift.comparison.Comparison;
import dev.plumbline.lifecycle.drift.comparison.LogProbabilityTest;
import dev.plumbline.lifecycle.drift.comparison.Measure;
import dev.plumbline.lifecycle.drift.comparison.Method;
import dev.plumbline.lifecycle.drift.comparison.MethodSettings;
import dev.plumbline.lifecycle.drift.comparison.Permutations;
import dev.plumbline.lifecycle.drift.comparison.TestResult;
import dev.plumbline.lifecycle.drift.responses.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two files of responses, offline. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Test whether two files of responses come from the same model.",
    footer = {
      "",
      "One JSON object a line: prompt_id or prompt; response or text, or tokens (ids); logprobs",
      "(an object of tokens, or a list of token and logprob); passed; value.",
      "",
      "mmd             needs prompts with two answers or more in each file",
      "logprob         needs logprobs; with more than 10 lines a mixture looks like a change",
      "mcnemar         needs passed, one line a prompt",
      "wilcoxon        needs value, one line a prompt; say what it is with --measure",
      "fisher, two-proportion  need passed",
      "",
      "A test is valid once, on answers gathered after deciding to test. Repeated every day it",
      "finds something; for watching there is the server.",
      "",
      "Exit codes: 0 no difference shown, 1 they differ, 3 the files do not allow the test."
    })
final class DriftTestCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @Parameters(index = "0", paramLabel = "BEFORE.jsonl", description = "The reference.")
  private String before;

  @Parameters(index = "1", paramLabel = "NOW.jsonl", description = "What it is compared with.")
  private String now;

  @Option(
      names = "--method",
      required = true,
      paramLabel = "METHOD",
      description = "mmd, logprob, mcnemar, wilcoxon, fisher or two-proportion.")
  private String method;

  @Option(
      names = "--measure",
      paramLabel = "MEASURE",
      description = "What value is: length, latency, cost (told as ratios) or score.")
  private Measure measure = Measure.SCORE;

  @Option(
      names = "--alpha",
      paramLabel = "LEVEL",
      description = "Differs when p is at most this (default: ${DEFAULT-VALUE}).")
  private double alpha = .01;

  @Option(
      names = "--permutations",
      paramLabel = "COUNT",
      description = "Of mmd and logprob (default: ${DEFAULT-VALUE}).")
  private int permutations = 1_000;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "The same seed gives the same p (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--early-stop", description = "End at the tenth exceedance.")
  private boolean earlyStop;

  @Option(
      names = "--length",
      paramLabel = "COUNT",
      description = "Positions that mmd compares; the longest answer if not given.")
  private Optional<Integer> length = Optional.empty();

  DriftTestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Method chosen = chosen();
    if (!(alpha > 0 && alpha < 1)) {
      throw new InputInvalidException("--alpha: %s is not between 0 and 1".formatted(alpha));
    }
    MethodSettings settings =
        new MethodSettings(
            InputInvalidException.reading(
                "--permutations", () -> new Permutations(permutations, seed, earlyStop)),
            length.map(OptionalInt::of).orElseGet(OptionalInt::empty),
            measure);
    List<Response> reference = new ResponseFile(surroundings, before).read();
    List<Response> responses = new ResponseFile(surroundings, now).read();
    Comparison comparison =
        InputInvalidException.reading(
            "not measurable", () -> chosen.of(reference, responses, settings));
    if (comparison instanceof LogProbabilityTest test && test.isTooLong()) {
      surroundings.say(
          "plumbline: more than %d calls a side: a mixture of backends looks like a change"
              .formatted(LogProbabilityTest.MOST_CALLS));
    }
    TestResult result = comparison.result();
    format.output().record(parts(result));
    return result.p() <= alpha ? ExitCode.CHECK_FAILED.code() : ExitCode.OK.code();
  }

  private Method chosen() {
    for (Method one : Method.values()) {
      if (label(one).equals(method.toLowerCase(java.util.Locale.ROOT))) {
        return one;
      }
    }
    throw new InputInvalidException(
        "--method: '%s' is none of %s"
            .formatted(
                method, List.of(Method.values()).stream().map(DriftTestCommand::label).toList()));
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private Map<String, Object> parts(TestResult result) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("method", result.method());
    parts.put("differs", result.p() <= alpha);
    parts.put("p", result.p());
    parts.put("alpha", alpha);
    parts.put("statistic", result.statistic());
    parts.put("measure", label(result.effect().measure()));
    parts.put("effect", result.effect().estimate());
    parts.put("lower_95", result.effect().interval().map(interval -> interval.lower()));
    parts.put("upper_95", result.effect().interval().map(interval -> interval.upper()));
    parts.put("responses_compared", result.calls());
    if (result.method().equals("mmd") || result.method().equals("logprob")) {
      parts.put("permutations", permutations);
      parts.put("seed", seed);
    }
    return parts;
  }
}
