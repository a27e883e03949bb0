package dev.plumbline.pricing.dataset;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.tokens.ImageSize;
import dev.plumbline.pricing.tokens.TokenCounter;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a file is read.
 *
 * @param imageModel model whose image rule counts the images; empty leaves them out, with a finding
 * @param assumedImageSize size of images whose own size cannot be seen, such as web addresses
 * @param trainingContext tokens of the longest example that training sees whole; empty when unknown
 * @param format what the rows must be; empty lets the first good row decide
 * @param azure whether Azure's limits hold where they differ from OpenAI's
 * @param trainedRows rows of the training, when this file validates it: none of them may return
 */
public record DatasetQuestion(
    TokenCounter counter,
    Optional<String> imageModel,
    Optional<ImageSize> assumedImageSize,
    OptionalLong trainingContext,
    Optional<DatasetFormat> format,
    boolean azure,
    Optional<RowFingerprints> trainedRows,
    ReadLimits limits) {

  public DatasetQuestion {
    requireNonNull(counter, "counter");
    requireNonNull(imageModel, "imageModel");
    requireNonNull(assumedImageSize, "assumedImageSize");
    requireNonNull(trainingContext, "trainingContext");
    requireNonNull(format, "format");
    requireNonNull(trainedRows, "trainedRows");
    requireNonNull(limits, "limits");
  }

  /** Any format, no image model, no context limit, the usual limits. */
  public static DatasetQuestion with(TokenCounter counter) {
    return new DatasetQuestion(
        counter,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        ReadLimits.USUAL);
  }

  public DatasetQuestion withImageModel(String model) {
    return new DatasetQuestion(
        counter,
        Optional.of(model),
        assumedImageSize,
        trainingContext,
        format,
        azure,
        trainedRows,
        limits);
  }

  public DatasetQuestion withAssumedImageSize(Optional<ImageSize> size) {
    return new DatasetQuestion(
        counter, imageModel, size, trainingContext, format, azure, trainedRows, limits);
  }

  public DatasetQuestion withTrainingContext(OptionalLong context) {
    return new DatasetQuestion(
        counter, imageModel, assumedImageSize, context, format, azure, trainedRows, limits);
  }

  public DatasetQuestion withFormat(Optional<DatasetFormat> wanted) {
    return new DatasetQuestion(
        counter, imageModel, assumedImageSize, trainingContext, wanted, azure, trainedRows, limits);
  }

  public DatasetQuestion withLimits(ReadLimits other) {
    return new DatasetQuestion(
        counter, imageModel, assumedImageSize, trainingContext, format, azure, trainedRows, other);
  }

  public DatasetQuestion forAzure(boolean isAzure) {
    return new DatasetQuestion(
        counter,
        imageModel,
        assumedImageSize,
        trainingContext,
        format,
        isAzure,
        trainedRows,
        limits);
  }

  /** The same question about the file that validates the training of these rows. */
  public DatasetQuestion forHoldoutOf(RowFingerprints rows) {
    return new DatasetQuestion(
        counter,
        imageModel,
        assumedImageSize,
        trainingContext,
        format,
        azure,
        Optional.of(rows),
        limits);
  }
}
