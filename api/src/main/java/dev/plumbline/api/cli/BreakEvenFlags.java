package dev.plumbline.api.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The common break-even question as options; shares are from 0 to 1. */
final class BreakEvenFlags {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Options whose names are not those of the parameters they fill. */
  private static final Map<String, String> OPTION_OF =
      Map.ofEntries(
          Map.entry("base.static_tokens", "--prompt-tokens"),
          Map.entry("tuned.static_tokens", "--tuned-prompt-tokens"),
          Map.entry("base.output_tokens", "--output-tokens"),
          Map.entry("volume", "--requests"),
          Map.entry("rows", "--training-tokens"),
          Map.entry("base.hit_rate", "--hit-rate"),
          Map.entry("tuned.hit_rate", "--tuned-hit-rate"),
          Map.entry("base.tier", "--tier"),
          Map.entry("base.failure_rate", "--failure-rate"),
          Map.entry("tuned.failure_rate", "--tuned-failure-rate"));

  @Option(names = "--model", required = true, description = "The model to be tuned.")
  String model;

  @Option(
      names = "--base-model",
      paramLabel = "MODEL",
      description = "The untuned model with the long prompt; the same one when left out.")
  String baseModel;

  @Option(
      names = "--other",
      paramLabel = "MODEL",
      description = "A further untuned model to compare with; may be repeated.")
  List<String> others;

  @Option(
      names = "--prompt-tokens",
      paramLabel = "N",
      required = true,
      description = "Static prompt without tuning: tools, instructions, examples.")
  BigDecimal promptTokens;

  @Option(
      names = "--tuned-prompt-tokens",
      paramLabel = "N",
      required = true,
      description = "Static prompt that the tuned model still needs.")
  BigDecimal tunedPromptTokens;

  @Option(
      names = "--compressed-prompt-tokens",
      paramLabel = "N",
      description = "Compare with a prompt compressed to this, without tuning.")
  BigDecimal compressed;

  @Option(names = "--input-tokens", paramLabel = "N", description = "The user's part.")
  BigDecimal inputTokens;

  @Option(
      names = "--output-tokens",
      paramLabel = "N",
      required = true,
      description = "Output, reasoning included.")
  BigDecimal outputTokens;

  @Option(
      names = "--tuned-output-tokens",
      paramLabel = "N",
      description = "Output of the tuned model, when it differs.")
  BigDecimal tunedOutputTokens;

  @Option(
      names = "--requests",
      paramLabel = "N",
      required = true,
      description = "Answered requests a month of 30 days.")
  BigDecimal requests;

  @Option(
      names = "--training-tokens",
      paramLabel = "N",
      description = "Trained tokens of one run, all epochs; the price is looked up.")
  BigDecimal trainingTokens;

  @Option(
      names = "--training-cost",
      paramLabel = "USD",
      description = "Or: what one training run costs.")
  BigDecimal trainingCost;

  @Option(names = "--runs", paramLabel = "N", description = "Training runs (default: 1).")
  BigDecimal runs;

  @Option(names = "--people-cost", paramLabel = "USD", description = "Other one-off cost.")
  BigDecimal peopleCost;

  @Option(
      names = "--hosting-per-month",
      paramLabel = "USD",
      description = "Fixed cost of the tuned model a month.")
  BigDecimal hosting;

  @Option(
      names = "--hit-rate",
      paramLabel = "SHARE",
      description = "Share of requests that find the long prompt cached (default: 0.6, assumed).")
  BigDecimal hitRate;

  @Option(
      names = "--tuned-hit-rate",
      paramLabel = "SHARE",
      description = "The same for the short prompt (default: 0).")
  BigDecimal tunedHitRate;

  @Option(
      names = "--ttl-seconds",
      paramLabel = "N",
      description = "Instead of hit rates: lifetime of the cache, hits follow from arrivals.")
  BigDecimal ttlSeconds;

  @Option(names = "--tier", description = "standard, batch, flex or priority.")
  String tier;

  @Option(
      names = "--failure-rate",
      paramLabel = "SHARE",
      description = "Share of attempts of the base that fail and are repeated.")
  BigDecimal failureRate;

  @Option(
      names = "--tuned-failure-rate",
      paramLabel = "SHARE",
      description = "The same for the tuned model.")
  BigDecimal tunedFailureRate;

  @Option(
      names = "--horizon-months",
      paramLabel = "N",
      description = "How long the comparison runs (default: 12); cut by a known shutdown.")
  BigDecimal horizonMonths;

  @Option(
      names = "--annual-discount",
      paramLabel = "SHARE",
      description = "Yearly discount rate, 0.10 for 10 %% (default: 0).")
  BigDecimal annualDiscount;

  @Option(
      names = "--at",
      paramLabel = "DAY",
      description = "First day; prices and dates of this day (default: today, UTC).")
  LocalDate at;

  /** The question as the parameters of a scenario. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "model", model);
    put(parameters, "base", baseModel);
    put(parameters, "other", others == null ? null : String.join(",", others));
    put(parameters, "compressed", compressed);
    put(parameters, "static_base", promptTokens);
    put(parameters, "static_tuned", tunedPromptTokens);
    put(parameters, "input_base", inputTokens);
    put(parameters, "output_base", outputTokens);
    put(parameters, "output_tuned", tunedOutputTokens);
    put(parameters, "volume", requests);
    put(parameters, "training_tokens", trainingTokens);
    put(parameters, "training_cost", trainingCost);
    put(parameters, "runs", runs);
    put(parameters, "engineering", peopleCost);
    put(parameters, "fixed_tuned", hosting);
    put(parameters, "hit_base", percent(hitRate));
    put(parameters, "hit_tuned", percent(tunedHitRate));
    put(parameters, "ttl", ttlSeconds);
    put(parameters, "tier", tier);
    put(parameters, "failing_base", percent(failureRate));
    put(parameters, "failing_tuned", percent(tunedFailureRate));
    put(parameters, "months", horizonMonths);
    put(parameters, "discount", percent(annualDiscount));
    put(parameters, "at", at);
    return parameters;
  }

  /** The option behind a field that was refused. */
  static String nameOf(String field) {
    return OPTION_OF.getOrDefault(field, field);
  }

  private static void put(Map<String, String> parameters, String name, Object value) {
    if (value instanceof BigDecimal number) {
      parameters.put(name, number.toString()); // plain text of 1e999999 would be a million digits
    } else if (value != null) {
      parameters.put(name, value.toString());
    }
  }

  private static BigDecimal percent(BigDecimal share) {
    return share == null ? null : share.multiply(HUNDRED);
  }
}
