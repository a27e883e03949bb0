package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.dataset.DatasetFormat;
import dev.plumbline.pricing.dataset.DatasetQuestion;
import dev.plumbline.pricing.dataset.DatasetReader;
import dev.plumbline.pricing.dataset.DatasetReport;
import dev.plumbline.pricing.tokens.CounterAnswer;
import dev.plumbline.pricing.tokens.Encoding;
import dev.plumbline.pricing.tokens.TokenCounter;
import dev.plumbline.pricing.tokens.TokenCounters;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * From a training file to its cost: what the command line, the HTTP interface and a page ask alike.
 */
public final class FileEstimator {

  private final TokenCounters counters;
  private final TrainingEstimator estimator;
  private final TrainingContexts contexts;
  private final int workers;

  public FileEstimator(
      TokenCounters counters, TrainingEstimator estimator, TrainingContexts contexts, int workers) {
    this.counters = requireNonNull(counters, "counters");
    this.estimator = requireNonNull(estimator, "estimator");
    this.contexts = requireNonNull(contexts, "contexts");
    this.workers = workers;
  }

  /**
   * With the facts that ship with the product.
   *
   * @param workers threads that count tokens of a larger file
   */
  public static FileEstimator bundled(int workers) {
    return new FileEstimator(
        TokenCounters.bundled(), TrainingEstimator.bundled(), TrainingContexts.bundled(), workers);
  }

  /**
   * Reads the files once and prices the plan that they make.
   *
   * @throws UnknownEncodingException when the model's encoding is unknown and none was named
   * @throws IOException when a stream breaks; what a file contains never throws
   */
  public FileEstimate estimate(EstimateQuestion question, TrainingFiles files) throws IOException {
    DatasetQuestion reading = readingOf(question);
    DatasetReport training = read(reading, files.training(), files);
    Optional<DatasetReport> validation =
        files.validation().isEmpty()
            ? Optional.empty()
            : Optional.of(
                read(
                    reading.forHoldoutOf(training.fingerprints()),
                    files.validation().get(),
                    files));
    return priced(question, training, validation);
  }

  /** Prices the plan that files make which were read before with {@link #readingOf}. */
  public FileEstimate priced(
      EstimateQuestion question, DatasetReport training, Optional<DatasetReport> validation) {
    String snapshot = snapshotOf(question);
    return priced(new Read(question, snapshot, contexts.find(snapshot), training, validation));
  }

  private String snapshotOf(EstimateQuestion question) {
    return estimator.snapshotOf(question.provider(), question.model(), question.at());
  }

  private DatasetReport read(
      DatasetQuestion question, TrainingFiles.NamedStream file, TrainingFiles files)
      throws IOException {
    return new DatasetReader(question, workers).read(file.name(), file.bytes(), files.progress());
  }

  /**
   * How a training file is read for a question.
   *
   * @throws UnknownEncodingException when the model's encoding is unknown and none was named
   */
  public DatasetQuestion readingOf(EstimateQuestion question) {
    String snapshot = snapshotOf(question);
    Optional<TrainingContext> context = contexts.find(snapshot);
    OptionalLong limit =
        context.map(c -> OptionalLong.of(c.tokens())).orElseGet(OptionalLong::empty);
    return DatasetQuestion.with(counter(question, snapshot))
        .withImageModel(snapshot)
        .withAssumedImageSize(question.imageSize())
        .withTrainingContext(limit)
        .withFormat(question.method().map(FileEstimator::formatOf))
        .forAzure(question.provider().equals(Provider.AZURE));
  }

  private static DatasetFormat formatOf(TrainingMethod method) {
    return switch (method) {
      case SFT -> DatasetFormat.SFT;
      case DPO -> DatasetFormat.DPO;
      case RFT -> DatasetFormat.RFT;
    };
  }

  private TokenCounter counter(EstimateQuestion question, String snapshot) {
    CounterAnswer own = counters.forModel(snapshot);
    if (own instanceof CounterAnswer.Known known
        && question.encoding().map(known.counter().encoding()::equals).orElse(true)) {
      return known.counter();
    }
    Encoding other =
        question
            .encoding()
            .orElseThrow(
                () ->
                    new UnknownEncodingException(
                        own.match(k -> "", CounterAnswer.Unknown::reason)));
    return counters.assuming(other);
  }

  /** What reading gave, on the way to a price. */
  private record Read(
      EstimateQuestion question,
      String snapshot,
      Optional<TrainingContext> context,
      DatasetReport training,
      Optional<DatasetReport> validation) {

    TokenCount tokensPerEpoch() {
      return context
          .map(limit -> training.tokensPerEpochCutAt(limit.tokens()))
          .orElseGet(training::tokensPerEpoch);
    }

    Optional<TrainingPlan> plan() {
      Optional<TrainingMethod> method =
          question.method().or(() -> TrainingMethod.of(training.format()));
      return training.rows() == 0 ? Optional.empty() : method.map(this::plan);
    }

    private TrainingPlan plan(TrainingMethod method) {
      TokenCount checked = validation.map(DatasetReport::tokensPerEpoch).orElse(TokenCount.ZERO);
      return new TrainingPlan(
          question.provider(),
          question.model(),
          method,
          new TrainingRows(training.rows(), tokensPerEpoch(), checked),
          question.epochs().orElseGet(() -> EpochRule.automatic(training.rows())),
          question.runs(),
          question.at(),
          question.terms());
    }
  }

  private FileEstimate priced(Read read) {
    Optional<TrainingPlan> plan = read.plan();
    TrainingEstimate cost =
        plan.map(p -> estimator.estimate(p, read.question().trainingEnd()))
            .orElseGet(() -> new TrainingEstimate.Unpriced("the file holds no training rows"));
    Optional<RequestQuotes> requests =
        plan.flatMap(p -> read.training().traffic().map(t -> RequestQuotes.of(p, t, estimator)));
    return new FileEstimate(
        read.training(),
        read.validation(),
        read.snapshot(),
        read.context(),
        plan,
        cost,
        requests,
        blockers(cost, read.training().file()));
  }

  private static List<Finding> blockers(TrainingEstimate cost, String file) {
    return cost instanceof TrainingEstimate.Blocked blocked
        ? List.of(
            new Finding(
                "BASE_NOT_TRAINABLE",
                Severity.BLOCKER,
                blocked.reason(),
                Place.file(file),
                "choose a base that can still be trained, or another day"))
        : List.of();
  }
}
