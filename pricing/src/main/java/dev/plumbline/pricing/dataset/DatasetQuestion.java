package dev.plumbline.pricing.dataset;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.tokens.TokenCounter;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a file is read.
 *
 * @param imageModel model whose image rule counts the images; empty leaves them out, with a finding
 * @param trainingContext tokens of the longest example that training sees whole; empty when unknown
 * @param format what the rows must be; empty lets the first good row decide
 * @param azure whether Azure's limits hold where they differ from OpenAI's
 */
public record DatasetQuestion(
    TokenCounter counter,
    Optional<String> imageModel,
    OptionalLong trainingContext,
    Optional<DatasetFormat> format,
    boolean azure,
    ReadLimits limits) {

  public DatasetQuestion {
    requireNonNull(counter, "counter");
    requireNonNull(imageModel, "imageModel");
    requireNonNull(trainingContext, "trainingContext");
    requireNonNull(format, "format");
    requireNonNull(limits, "limits");
  }

  /** Any format, no image model, no context limit, the usual limits. */
  public static DatasetQuestion with(TokenCounter counter) {
    return new DatasetQuestion(
        counter, Optional.empty(), OptionalLong.empty(), Optional.empty(), false, ReadLimits.USUAL);
  }

  public DatasetQuestion withImageModel(String model) {
    return new DatasetQuestion(counter, Optional.of(model), trainingContext, format, azure, limits);
  }

  public DatasetQuestion withTrainingContext(OptionalLong context) {
    return new DatasetQuestion(counter, imageModel, context, format, azure, limits);
  }

  public DatasetQuestion withFormat(DatasetFormat wanted) {
    return new DatasetQuestion(
        counter, imageModel, trainingContext, Optional.of(wanted), azure, limits);
  }

  public DatasetQuestion withLimits(ReadLimits other) {
    return new DatasetQuestion(counter, imageModel, trainingContext, format, azure, other);
  }

  public DatasetQuestion forAzure() {
    return new DatasetQuestion(counter, imageModel, trainingContext, format, true, limits);
  }
}
