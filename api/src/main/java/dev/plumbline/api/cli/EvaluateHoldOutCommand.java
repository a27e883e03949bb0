package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.core.hash.Sha256;
import dev.plumbline.lifecycle.drift.comparison.NonInferiority.Outcome;
import dev.plumbline.lifecycle.drift.json.JsonDocument;
import dev.plumbline.lifecycle.drift.json.JsonPart;
import dev.plumbline.lifecycle.drift.responses.Response;
import dev.plumbline.lifecycle.evaluation.GradedPair;
import dev.plumbline.lifecycle.evaluation.HoldOutReview;
import dev.plumbline.lifecycle.evaluation.TrainedTexts;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares a fine-tune with its base on rows that it was not trained on. */
@Command(
    name = "hold-out",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Compare a fine-tune with another model on rows that were not trained on.",
    footer = {
      "",
      "One JSON object a line: prompt (the user's text), or prompt_id beside it; passed, or value",
      "from 0 to 1. Prompts that are a user's message of the training file count as leaked.",
      "",
      "Exit codes: 0 no worse, 1 worse or open, 3 the files do not allow the comparison."
    })
final class EvaluateHoldOutCommand implements Callable<Integer> {

  private static final int LONGEST_LINE_BYTES = 4 << 20;
  private static final long MOST_BYTES = 1L << 30;

  private final Surroundings surroundings;

  @Mixin private FormatOption format;
  @Mixin private ServerOption server;

  @Parameters(index = "0", paramLabel = "BASE.jsonl", description = "Graded answers beside it.")
  private String base;

  @Parameters(index = "1", paramLabel = "TUNED.jsonl", description = "Those of the fine-tune.")
  private String tuned;

  @Option(
      names = "--training",
      required = true,
      paramLabel = "TRAIN.jsonl",
      description = "The training file, in which the prompts are looked for.")
  private String training;

  @Option(
      names = "--margin",
      paramLabel = "SHARE",
      description = "How much worse it may be (default: ${DEFAULT-VALUE}, five points).")
  private double margin = .05;

  @Option(
      names = "--record",
      paramLabel = "MODEL-ID",
      description = "Keep it on the server, with the registered model of that id.")
  private Optional<String> record = Optional.empty();

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "Of the hold-out, for --record (default: the file's name).")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--base-model",
      paramLabel = "MODEL",
      description = "Which model answered beside it, for --record.")
  private Optional<String> baseModel = Optional.empty();

  EvaluateHoldOutCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The user's messages of a training file, and the file's hash. */
  private record Trained(TrainedTexts texts, String sha256) {}

  @Override
  public Integer call() throws IOException {
    if (record.isPresent() && baseModel.isEmpty()) {
      throw new InputInvalidException("--base-model: needed with --record: name the other model");
    }
    List<ResponsePairs.Pair> answers = ResponsePairs.read(surroundings, base, tuned).pairs();
    Trained trained = trained();
    List<GradedPair> pairs = new ArrayList<>();
    Set<String> leaked = new LinkedHashSet<>();
    for (ResponsePairs.Pair each : answers) {
      pairs.add(
          InputInvalidException.reading(
              base + ": line " + each.reference().line(),
              () ->
                  new GradedPair(
                      each.prompt(),
                      grade(base, each.reference()),
                      grade(tuned, each.candidate()))));
      if (trained.texts().contains(question(each))) {
        leaked.add(each.prompt());
      }
    }
    HoldOutReview review =
        InputInvalidException.reading(
            "not measurable", () -> HoldOutReview.of(pairs, leaked, margin));
    if (!review.isReliable()) {
      throw new InputInvalidException(
          "%s: %d rows that do not leak are too few: at least %d are needed"
              .formatted(base, review.rows(), HoldOutReview.FEWEST_ROWS));
    }
    format.output().record(parts(review));
    record.ifPresent(model -> send(model, pairs, leaked, trained.sha256()));
    return review.nonInferiority().outcome() == Outcome.NON_INFERIOR
        ? ExitCode.OK.code()
        : ExitCode.CHECK_FAILED.code();
  }

  /** What was asked; without it nobody can say whether it was trained on. */
  private String question(ResponsePairs.Pair pair) {
    return pair.reference()
        .question()
        .or(() -> pair.candidate().question())
        .orElseThrow(
            () ->
                ResponsePairs.refused(
                    base, pair.reference(), "has no prompt: without it no leak can be found"));
  }

  private static double grade(String file, Response response) {
    return response
        .value()
        .or(() -> response.passed().map(passed -> passed ? 1.0 : 0.0))
        .orElseThrow(() -> ResponsePairs.refused(file, response, "has neither passed nor value"));
  }

  private Trained trained() throws IOException {
    MessageDigest digest = Sha256.begin();
    TrainedTexts texts = new TrainedTexts();
    InputStream in =
        new DigestInputStream(
            new LimitedBytes(surroundings.open(training), MOST_BYTES, training), digest);
    try (LimitedLines lines = new LimitedLines(in, LONGEST_LINE_BYTES)) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        LimitedLines.Line each = line.get();
        if (!each.text().isBlank()) {
          InputInvalidException.reading(
                  training, () -> users(JsonDocument.readLine(each.text(), each.number())))
              .forEach(texts::add);
        }
      }
    }
    return new Trained(texts, HexFormat.of().formatHex(digest.digest()));
  }

  private static List<String> users(JsonPart row) {
    return row.get("messages").items().stream()
        .filter(message -> message.get("role").text().equals("user"))
        .map(message -> message.get("content"))
        .filter(JsonPart::isText)
        .map(JsonPart::text)
        .toList();
  }

  private Map<String, Object> parts(HoldOutReview review) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("outcome", review.nonInferiority().outcome().name().toLowerCase(Locale.ROOT));
    parts.put("rows", review.rows());
    parts.put("leaked", review.leaked().size());
    parts.put("base_pass_rate", review.reference().value());
    parts.put("tuned_pass_rate", review.candidate().value());
    parts.put("difference", review.nonInferiority().difference());
    parts.put("lower_90", review.nonInferiority().interval().lower());
    parts.put("upper_90", review.nonInferiority().interval().upper());
    parts.put("mcnemar_p", review.passes().p());
    parts.put("wilcoxon_p", review.grades().map(test -> test.p()));
    parts.put("margin", review.margin());
    parts.put("pairs_needed", review.nonInferiority().pairsNeeded());
    return parts;
  }

  private void send(String model, List<GradedPair> pairs, Set<String> leaked, String sha256) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name.orElse(tuned));
    body.put("reference_model", baseModel.orElseThrow());
    body.put("margin", margin);
    body.put("training_sha256", sha256);
    body.put("leaked", ids(pairs, leaked));
    body.put("pairs", numbered(pairs));
    JsonNode kept = server.connection().post("/api/v1/models/" + model + "/hold-outs", body);
    surroundings.say("kept as " + kept.path("id").asText());
  }

  /** Rows are sent by number: a prompt may be long, and is nobody's business there. */
  private static List<String> ids(List<GradedPair> pairs, Set<String> leaked) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      if (leaked.contains(pairs.get(i).row())) {
        ids.add(String.valueOf(i + 1));
      }
    }
    return ids;
  }

  private static List<Map<String, Object>> numbered(List<GradedPair> pairs) {
    List<Map<String, Object>> sent = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      sent.add(
          Map.of(
              "row",
              String.valueOf(i + 1),
              "reference",
              pairs.get(i).reference(),
              "candidate",
              pairs.get(i).candidate()));
    }
    return sent;
  }
}
