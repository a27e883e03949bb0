package dev.plumbline.api.registry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.registry.Dataset;
import dev.plumbline.lifecycle.registry.DatasetVerdict;
import dev.plumbline.lifecycle.registry.TrainingCost;
import dev.plumbline.lifecycle.registry.TrainingRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a model was made, as a caller says it. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "NewTrainingRun")
record RunRequest(
    @Schema(examples = "ftjob-abc123") @Nullable String job,
    @Schema(examples = "supervised") @Nullable String method,
    @Nullable Long seed,
    @Nullable Map<String, String> hyperparameters,
    @Schema(description = "all epochs together") @Nullable Long trainedTokens,
    @Nullable Instant finishedAt,
    @Nullable DatasetRequest dataset,
    @Nullable CostRequest cost) {

  private static final int LONGEST_METHOD = 100;

  TrainingRun changed(TrainingRun run) {
    return Input.read(
        "run.trained_tokens",
        () ->
            new TrainingRun(
                Given.patched("run.job", run.job(), job, Given.MODEL),
                Given.patched("run.method", run.method(), method, LONGEST_METHOD),
                Optional.ofNullable(seed).or(run::seed),
                hyperparameters == null
                    ? run.hyperparameters()
                    : Given.values("run.hyperparameters", hyperparameters),
                Optional.ofNullable(trainedTokens).or(run::trainedTokens),
                Optional.ofNullable(finishedAt).or(run::finishedAt),
                dataset == null ? run.dataset() : dataset.changed(run.dataset()),
                cost == null ? run.cost() : cost.changed(run.cost())));
  }

  /** What it was trained on. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NewTrainingDataset")
  record DatasetRequest(
      @Schema(description = "the provider's ids, training file first")
          @Nullable List<String> fileIds,
      @Schema(examples = "sha256:9f86d0…") @Nullable String hash,
      @Schema(description = "clean, warnings or blocked") @Nullable String audit) {

    private static final int MOST_FILES = 20;

    Dataset changed(Dataset dataset) {
      return new Dataset(
          fileIds == null ? dataset.fileIds() : given(fileIds),
          Given.patched("run.dataset.hash", dataset.hash(), hash, Given.NAME),
          audit == null
              ? dataset.audit()
              : Given.wordIfAny(
                  "run.dataset.audit",
                  audit,
                  DatasetVerdict::findByLabel,
                  DatasetVerdict.labels()));
    }

    private static List<String> given(List<String> ids) {
      if (ids.size() > MOST_FILES) {
        throw Input.refused("run.dataset.file_ids", "more than " + MOST_FILES);
      }
      return ids.stream().map(id -> Given.text("run.dataset.file_ids", id, Given.NAME)).toList();
    }
  }

  /** What it cost; a blank amount is taken away. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NewTrainingCost")
  record CostRequest(
      @Schema(description = "USD when absent") @Nullable String currency,
      @Schema(examples = "12.5") @Nullable String estimated,
      @Nullable String billed) {

    private static final int LONGEST_AMOUNT = 38;
    private static final int MOST_DECIMALS = 18;
    private static final int MOST_DIGITS = 20;

    TrainingCost changed(TrainingCost cost) {
      Currency unit =
          Input.read(
              "run.cost.currency",
              () ->
                  Currency.getInstance(
                      Given.textIfAny("run.cost.currency", currency, Given.NAME)
                          .orElseGet(() -> currency(cost))));
      return Input.read(
          "run.cost",
          () ->
              new TrainingCost(
                  money("run.cost.estimated", unit, cost.estimated(), estimated),
                  money("run.cost.billed", unit, cost.billed(), billed)));
    }

    private static String currency(TrainingCost cost) {
      return cost.known().map(each -> each.currency().getCurrencyCode()).orElse("USD");
    }

    private static Optional<Money> money(
        String field, Currency unit, Optional<Money> current, @Nullable String text) {
      if (text == null) {
        return current;
      }
      return Given.textIfAny(field, text, LONGEST_AMOUNT)
          .map(amount -> new Money(unit, amount(field, amount)));
    }

    private static BigDecimal amount(String field, String text) {
      try {
        BigDecimal amount = new BigDecimal(text);
        if (amount.scale() <= MOST_DECIMALS
            && amount.precision() - amount.scale() <= MOST_DIGITS
            && amount.scale() >= -MOST_DIGITS) {
          return amount;
        }
      } catch (NumberFormatException e) {
        throw Input.refused(field, "not an amount such as 12.5");
      }
      throw Input.refused(
          field,
          "an amount has up to %d digits before the point and %d behind it"
              .formatted(MOST_DIGITS, MOST_DECIMALS));
    }
  }
}
