package dev.plumbline.api.cli;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.dataset.DatasetReport;
import dev.plumbline.pricing.dataset.RowSizes;
import dev.plumbline.pricing.dataset.TokenParts;
import dev.plumbline.pricing.dataset.TrafficMeans;
import dev.plumbline.pricing.training.EstimateQuestion;
import dev.plumbline.pricing.training.FileEstimate;
import dev.plumbline.pricing.training.RequestQuotes;
import dev.plumbline.pricing.training.TrainingEstimate;
import dev.plumbline.pricing.training.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published form of an estimate: JSON keys in a fixed order, tables for people. */
record EstimateView(EstimateQuestion question, FileEstimate estimate, List<Finding> findings) {

  private static final String HINT =
      "From how many requests a month this pays: plumbline breakeven --help";

  void write(Output output, Format format) {
    Map<String, Object> facts = facts();
    facts.putAll(CostView.of(estimate.cost()));
    if (format == Format.JSON) {
      facts.put("cost_lines", CostView.lines(breakdown()));
      facts.put("assumptions", breakdown().map(CostBreakdown::assumptions).orElse(List.of()));
      facts.put("conflicts", CostView.conflicts(breakdown()));
      facts.put("requests", requests());
      facts.put("validation", estimate.validation().map(EstimateView::summary));
      facts.put("finding_counts", counts());
      facts.put("findings", findings.stream().map(EstimateView::finding).toList());
      facts.put("hint", HINT);
      output.record(facts);
      return;
    }
    output.record(facts);
    if (format != Format.CSV) {
      tables(output);
    }
  }

  private Map<String, Object> facts() {
    DatasetReport report = estimate.training();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", report.file());
    facts.put("provider", question.provider().key());
    facts.put("model", question.model());
    facts.put("base", estimate.snapshot());
    facts.put("at", question.at());
    facts.put("format", report.format().name().toLowerCase(java.util.Locale.ROOT));
    facts.putAll(summary(report));
    facts.put("tokens_per_epoch", estimate.tokensPerEpoch().tokens());
    facts.put("precision", precision(estimate.tokensPerEpoch()));
    facts.put("training_context", estimate.context().map(context -> context.tokens()));
    facts.put(
        "rows_cut",
        estimate.context().map(context -> report.sizes().rowsLongerThan(context.tokens())));
    facts.put("epochs", estimate.plan().map(plan -> plan.epochs().count()));
    facts.put("epochs_reason", estimate.plan().map(plan -> plan.epochs().reason()));
    facts.put("runs", question.runs());
    facts.put(
        "trained_tokens_per_run",
        estimate.plan().map(TrainingPlan::trainedTokensPerRun).map(TokenCount::tokens));
    facts.put(
        "trained_tokens", estimate.plan().map(TrainingPlan::trainedTokens).map(TokenCount::tokens));
    return facts;
  }

  private static Map<String, Object> summary(DatasetReport report) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("rows", report.rows());
    parts.put("lines", report.lines());
    parts.put("bytes", report.bytes());
    parts.put("encoding", report.encoding().label());
    parts.put("tokens", tokens(report.tokens()));
    parts.put("tokens_per_row", sizes(report.sizes()));
    parts.put("other_answer_tokens", report.otherAnswers().tokens());
    return parts;
  }

  private static Map<String, Object> tokens(TokenParts parts) {
    Map<String, Object> tokens = new LinkedHashMap<>();
    tokens.put("contents", parts.contents().tokens());
    tokens.put("framing", parts.framing().tokens());
    tokens.put("calls", parts.calls().tokens());
    tokens.put("tools", parts.tools().tokens());
    tokens.put("images", parts.images().tokens());
    return tokens;
  }

  private static Map<String, Object> sizes(RowSizes sizes) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("min", sizes.smallest());
    row.put("p50", sizes.percentile(50));
    row.put("p95", sizes.percentile(95));
    row.put("max", sizes.largest());
    return row;
  }

  private static String precision(TokenCount count) {
    return count.isExact() ? "exact" : "estimated";
  }

  private Optional<CostBreakdown> breakdown() {
    return estimate.cost() instanceof TrainingEstimate.Priced priced
        ? Optional.of(priced.breakdown())
        : Optional.empty();
  }

  private Optional<Map<String, Object>> requests() {
    return estimate.requests().map(this::requests);
  }

  private Map<String, Object> requests(RequestQuotes quotes) {
    TrafficMeans means = estimate.training().traffic().orElseThrow();
    Map<String, Object> requests = new LinkedHashMap<>();
    requests.put("prompt_tokens_mean", means.promptTokens());
    requests.put("answer_tokens_mean", means.answerTokens());
    requests.put("base", CostView.of(quotes.base()));
    requests.put("tuned", CostView.of(quotes.tuned()));
    return requests;
  }

  /** How often each code was found in the files, kept or not, and in the plan. */
  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    List<Finding> ofFiles = estimate.findings();
    findings.stream()
        .filter(finding -> !ofFiles.contains(finding) || estimate.planFindings().contains(finding))
        .forEach(finding -> counts.merge(finding.code(), 1L, Long::sum));
    estimate.training().findingCounts().forEach((code, n) -> counts.merge(code, n, Long::sum));
    estimate
        .validation()
        .ifPresent(v -> v.findingCounts().forEach((code, n) -> counts.merge(code, n, Long::sum)));
    return counts;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("code", finding.code());
    parts.put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    parts.put("file", finding.where().file());
    parts.put("line", finding.where().line());
    parts.put("field", finding.where().field());
    parts.put("message", finding.message());
    parts.put("remedy", finding.remedy());
    return parts;
  }

  private void tables(Output output) {
    breakdown().ifPresent(cost -> CostView.tables(cost, output));
    estimate.requests().ifPresent(quotes -> requestTable(quotes, output));
    if (!findings.isEmpty()) {
      output.sentence("");
      output.sentence("Findings: " + counts());
      Table table = Table.of("severity", "code", "where", "what", "remedy");
      findings.forEach(
          one ->
              table.row(
                  one.severity().name().toLowerCase(java.util.Locale.ROOT),
                  one.code(),
                  one.where(),
                  one.message(),
                  one.remedy()));
      output.table(table);
    }
    output.sentence("");
    output.sentence(HINT);
  }

  private void requestTable(RequestQuotes quotes, Output output) {
    TrafficMeans means = estimate.training().traffic().orElseThrow();
    output.sentence("");
    output.sentence(
        "One request like these rows: %s prompt tokens, %s answer tokens, nothing cached"
            .formatted(means.promptTokens().toPlainString(), means.answerTokens().toPlainString()));
    Table table = Table.of("side", "cost", "price_rows");
    table.row("base", money(quotes.base()), rows(quotes.base()));
    table.row("tuned", money(quotes.tuned()), rows(quotes.tuned()));
    output.table(table);
  }

  private static String money(Estimate estimate) {
    return CostView.of(estimate).getOrDefault("amount", "unpriced").toString();
  }

  private static List<String> rows(Estimate estimate) {
    return estimate instanceof Estimate.Priced priced
        ? priced.breakdown().priceRows()
        : List.of(((Estimate.Unpriced) estimate).explanation());
  }
}
