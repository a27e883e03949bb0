package dev.plumbline.api.cli;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.tokens.Encoding;
import dev.plumbline.pricing.tokens.ImageSize;
import dev.plumbline.pricing.training.EpochRule;
import dev.plumbline.pricing.training.Epochs;
import dev.plumbline.pricing.training.EstimateQuestion;
import dev.plumbline.pricing.training.GraderUse;
import dev.plumbline.pricing.training.JobParameters;
import dev.plumbline.pricing.training.TrainingMethod;
import dev.plumbline.pricing.training.TrainingTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** The options of {@code estimate} that describe the job. */
final class EstimateOptions {

  @Option(names = "--model", required = true, description = "The base that is trained.")
  String model;

  @Option(names = "--provider", description = "Who trains; default: the model's own provider.")
  Optional<String> provider;

  @Option(names = "--method", description = "sft, dpo or rft; default: what the rows are for.")
  Optional<TrainingMethod> method;

  @Option(names = "--epochs", description = "1 to 50; default: the automatic rule.")
  Optional<Integer> epochs;

  @Option(names = "--runs", defaultValue = "1", description = "Jobs of the same rows.")
  int runs;

  @Option(
      names = "--at",
      description = "Day or moment of the job, 2026-11-20 or 2026-11-20T10:00:00Z; default: now.")
  Optional<String> at;

  @Option(
      names = "--tier",
      defaultValue = "",
      description = "Training tier or way of training: regional, global, developer, LoRA SFT, ...")
  String tier;

  @Option(names = "--size-class", description = "Size class of Together and Fireworks: <=16B, ...")
  Optional<String> sizeClass;

  @Option(names = "--evaluations", description = "Evaluations of the validation rows (Together).")
  Optional<Long> evaluations;

  @Option(names = "--padded-to", description = "Tokens of every row without packing (Together).")
  Optional<Long> paddedTo;

  @Option(names = "--hours", description = "Hours of a reinforcement job.")
  Optional<BigDecimal> hours;

  @Option(names = "--grader-model", description = "Model that grades a reinforcement job.")
  Optional<String> graderModel;

  @Option(names = "--grader-input", defaultValue = "0", description = "Tokens it reads per job.")
  long graderInput;

  @Option(names = "--grader-output", defaultValue = "0", description = "Tokens it writes per job.")
  long graderOutput;

  @Option(names = "--resumed", description = "The job goes on after its cap.")
  boolean resumed;

  @Option(names = "--encoding", description = "Count in this encoding; makes it an estimate.")
  Optional<String> encoding;

  @Option(names = "--image-size", description = "WIDTHxHEIGHT of images behind addresses.")
  Optional<String> imageSize;

  @Option(names = "--suffix", description = "Suffix of the new model's name, to be checked.")
  Optional<String> suffix;

  @Option(names = "--batch-size", description = "1 to 256, to be checked.")
  Optional<Integer> batchSize;

  @Option(names = "--learning-rate-multiplier", description = "Above 0, to be checked.")
  Optional<BigDecimal> learningRateMultiplier;

  @Option(names = "--beta", description = "DPO: above 0 to 2, to be checked.")
  Optional<BigDecimal> beta;

  EstimateQuestion question(Provider trainer, Instant now) {
    return new EstimateQuestion(
        trainer,
        model,
        method,
        InputInvalidException.reading("--epochs", this::epochs),
        runs,
        InputInvalidException.reading("--at", () -> Moments.parse(at, now)),
        InputInvalidException.reading("the terms", this::terms),
        encoding.map(EstimateOptions::encoding),
        InputInvalidException.reading("--image-size", this::size),
        Optional.empty());
  }

  JobParameters parameters() {
    return new JobParameters(
        suffix,
        epochs.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        batchSize.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        learningRateMultiplier,
        beta);
  }

  private Optional<Epochs> epochs() {
    return epochs.map(EpochRule::explicit);
  }

  private static Encoding encoding(String label) {
    return CounterChoice.encoding(label);
  }

  private Optional<ImageSize> size() {
    if (imageSize.isEmpty()) {
      return Optional.empty();
    }
    String[] sides = imageSize.get().split("x", -1);
    if (sides.length != 2 || !imageSize.get().matches("\\d{1,7}x\\d{1,7}")) {
      throw new IllegalArgumentException("write WIDTHxHEIGHT, for example 1024x768");
    }
    return Optional.of(new ImageSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
  }

  private TrainingTerms terms() {
    return new TrainingTerms(
        tier,
        sizeClass,
        evaluations.map(OptionalLong::of).orElseGet(OptionalLong::empty),
        paddedTo.map(OptionalLong::of).orElseGet(OptionalLong::empty),
        hours,
        graderModel.map(name -> new GraderUse(name, graderInput, graderOutput)),
        resumed);
  }
}
