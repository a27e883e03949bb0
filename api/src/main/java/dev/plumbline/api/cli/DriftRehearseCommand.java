package dev.plumbline.api.cli;

import dev.plumbline.lifecycle.drift.comparison.NonInferiority.Outcome;
import dev.plumbline.lifecycle.drift.responses.Response;
import dev.plumbline.lifecycle.evaluation.Rehearsal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges a planned change of model by the answers of both, offline. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Say for each family of prompts whether a new model is no worse than the old one.",
    footer = {
      "",
      "One JSON object a line: prompt_id or prompt; passed; and if you like family and response.",
      "Both files answer the same prompts, each once; whoever grades must not know the side.",
      "",
      "Tango's score test; every family must pass at alpha. Choosing the best of several new",
      "models needs a smaller alpha: divide it by their number.",
      "",
      "Exit codes: 0 no worse, 1 worse or open, 3 the files do not allow the test."
    })
final class DriftRehearseCommand implements Callable<Integer> {

  private static final String ONE_FAMILY = "all";

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @Parameters(index = "0", paramLabel = "OLD.jsonl", description = "The present model.")
  private String old;

  @Parameters(index = "1", paramLabel = "NEW.jsonl", description = "The one to move to.")
  private String candidate;

  @Option(
      names = "--margin",
      paramLabel = "SHARE",
      description = "How much worse a family may be (default: ${DEFAULT-VALUE}, five points).")
  private double margin = .05;

  @Option(
      names = "--family-margin",
      paramLabel = "FAMILY=SHARE",
      description = "For one family; can be repeated.")
  private Map<String, Double> margins = new LinkedHashMap<>();

  @Option(
      names = "--alpha",
      paramLabel = "LEVEL",
      description = "One-sided (default: ${DEFAULT-VALUE}).")
  private double alpha = .05;

  DriftRehearseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    List<Rehearsal.Pair> pairs =
        ResponsePairs.read(surroundings, old, candidate).pairs().stream().map(this::pair).toList();
    Rehearsal rehearsal =
        InputInvalidException.reading(
            "not measurable",
            () -> Rehearsal.of(pairs, new Rehearsal.Margins(margin, margins, alpha)));
    format.output().table(table(rehearsal));
    if (format.output().isForPeople()) {
      say(rehearsal);
    }
    return rehearsal.outcome() == Outcome.NON_INFERIOR
        ? ExitCode.OK.code()
        : ExitCode.CHECK_FAILED.code();
  }

  private Rehearsal.Pair pair(ResponsePairs.Pair pair) {
    return new Rehearsal.Pair(
        pair.prompt(),
        0,
        pair.reference().family().or(() -> pair.candidate().family()).orElse(ONE_FAMILY),
        answer(old, pair.reference()),
        answer(candidate, pair.candidate()));
  }

  private static Rehearsal.Answer answer(String file, Response response) {
    boolean passed =
        response
            .passed()
            .orElseThrow(() -> ResponsePairs.refused(file, response, "has no passed: grade it"));
    return new Rehearsal.Answer(passed, response.text().orElse(""));
  }

  private static Table table(Rehearsal rehearsal) {
    Table table =
        Table.of(
            "family",
            "outcome",
            "pairs",
            "lost",
            "gained",
            "difference",
            "lower_90",
            "upper_90",
            "margin",
            "p",
            "pairs_needed");
    for (Rehearsal.FamilyVerdict each : rehearsal.families()) {
      table.row(
          each.family(),
          label(each.judged().outcome()),
          each.pairs().pairs(),
          each.pairs().passToFail(),
          each.pairs().failToPass(),
          rounded(each.judged().difference()),
          rounded(each.judged().interval().lower()),
          rounded(each.judged().interval().upper()),
          each.margin(),
          rounded(each.judged().p()),
          each.judged().pairsNeeded());
    }
    return table;
  }

  private void say(Rehearsal rehearsal) {
    surroundings.out().println();
    surroundings
        .out()
        .println(
            switch (rehearsal.outcome()) {
              case NON_INFERIOR -> "The new model is no worse in every family.";
              case INFERIOR -> "The new model is worse.";
              case INCONCLUSIVE ->
                  "Open: about %d more pairs of the family furthest from a verdict would tell."
                      .formatted(rehearsal.pairsMissing().orElseThrow());
            });
    rehearsal.disagreements().stream()
        .limit(10)
        .forEach(
            each ->
                surroundings
                    .out()
                    .println(
                        "%s %s %s"
                            .formatted(
                                each.reference().passed() ? "lost  " : "gained",
                                each.family(),
                                each.probe())));
  }

  private static String label(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double number) {
    return Math.round(number * 1e6) / 1e6;
  }
}
