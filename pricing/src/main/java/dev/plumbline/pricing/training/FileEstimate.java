package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.dataset.DatasetReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that can be said about a training file before the training.
 *
 * @param snapshot the base that is trained, after aliases and fine-tunes were resolved
 * @param plan empty when the rows are no training rows
 * @param requests what a request costs with and without the tuned model; empty without chats
 * @param planFindings objections to the plan; those to the files are in their reports
 */
public record FileEstimate(
    DatasetReport training,
    Optional<DatasetReport> validation,
    String snapshot,
    Optional<TrainingContext> context,
    Optional<TrainingPlan> plan,
    TrainingEstimate cost,
    Optional<RequestQuotes> requests,
    List<Finding> planFindings) {

  public FileEstimate {
    requireNonNull(training, "training");
    requireNonNull(validation, "validation");
    requireNonNull(snapshot, "snapshot");
    requireNonNull(context, "context");
    requireNonNull(plan, "plan");
    requireNonNull(cost, "cost");
    requireNonNull(requests, "requests");
    planFindings = List.copyOf(planFindings);
  }

  /** All findings that were kept: those to the plan, the training file, the validation file. */
  public List<Finding> findings() {
    Stream<Finding> ofFiles =
        Stream.concat(
            training.findings().stream(),
            validation.stream().flatMap(report -> report.findings().stream()));
    return Stream.concat(planFindings.stream(), ofFiles).toList();
  }

  /** Tokens that one epoch trains: each row cut at the training context. */
  public TokenCount tokensPerEpoch() {
    return context
        .map(limit -> training.tokensPerEpochCutAt(limit.tokens()))
        .orElseGet(training::tokensPerEpoch);
  }

  public Optional<Severity> worst() {
    return findings().stream().map(Finding::severity).max(Severity::compareTo);
  }
}
