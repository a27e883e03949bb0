package dev.plumbline.lifecycle.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.CurrencyMismatchException;
import dev.plumbline.core.money.Money;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFactsTest {

  private static final ModelKey KEY = new ModelKey(Provider.OPENAI, "ft:gpt-4o:acme::a1");
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void aListWithoutAnOwnerTakesNoOwnerAway() {
    Custody ada =
        new Custody(
            Optional.of("Ada"), Optional.of("ada@example.com"), Optional.of(Environment.STAGING));
    ModelFacts known = ModelFacts.named(KEY).ownedBy(ada).measuring(Map.of("loss", "1"));

    ModelFacts merged =
        known.mergedWith(ModelFacts.named(KEY).madeBy(TrainingRun.ofJob("ftjob-1")));

    assertThat(merged.custody()).isEqualTo(ada);
    assertThat(merged.run().job()).contains("ftjob-1");
    assertThat(merged.metrics()).isEqualTo(Map.of("loss", "1"));
  }

  @Test
  void theBillCountsBeforeTheEstimate() {
    TrainingCost estimated = new TrainingCost(Optional.of(Money.usd("2")), Optional.empty());
    TrainingCost billed = new TrainingCost(Optional.empty(), Optional.of(Money.usd("3")));

    assertThat(estimated.mergedWith(billed).known()).contains(Money.usd("3"));
    assertThat(estimated.mergedWith(billed).estimated()).contains(Money.usd("2"));
  }

  @Test
  void aCostInAnotherCurrencyReplacesTheOld() {
    TrainingCost dollars = new TrainingCost(Optional.of(Money.usd("2")), Optional.empty());
    TrainingCost euros = new TrainingCost(Optional.empty(), Optional.of(Money.of(EUR, "3")));

    assertThat(dollars.mergedWith(euros)).isEqualTo(euros);
    assertThatThrownBy(() -> new TrainingCost(dollars.estimated(), euros.billed()))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new TrainingCost(Optional.of(Money.usd("-1")), Optional.empty()))
        .hasMessage("training cannot cost USD -1");
    assertThatThrownBy(() -> new Checkpoint("m", 0, Optional.empty(), Map.of()))
        .hasMessageContaining("counts from 1");
    assertThatThrownBy(
            () ->
                new TrainingRun(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.of(-1L),
                    Optional.empty(),
                    Dataset.UNKNOWN,
                    TrainingCost.UNKNOWN))
        .hasMessage("trained tokens cannot be -1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\tb", "ä"})
  void aNameIsPrintableAsciiWithoutSpaces(String model) {
    assertThatThrownBy(() -> new ModelKey(Provider.OPENAI, model))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void checkpointsAreInTheOrderOfTheirSteps() {
    Checkpoint early = new Checkpoint("m:1", 1, Optional.empty(), Map.of());
    Checkpoint late = new Checkpoint("m:2", 2, Optional.empty(), Map.of());

    assertThat(ModelFacts.named(KEY).withCheckpoints(List.of(late, early)).checkpoints())
        .containsExactly(early, late);
  }

  @Test
  void hyperparametersAreShownByName() {
    TrainingRun run =
        new TrainingRun(
            Optional.of("j"),
            Optional.of("dpo"),
            Optional.of(1L),
            Map.of("n_epochs", "3", "batch_size", "1"),
            Optional.of(1L),
            Optional.empty(),
            new Dataset(List.of("f"), Optional.of("h"), Optional.of(DatasetVerdict.CLEAN)),
            TrainingCost.UNKNOWN);

    assertThat(run.sortedHyperparameters().keySet()).containsExactly("batch_size", "n_epochs");
    assertThat(TrainingRun.UNKNOWN.mergedWith(run)).isEqualTo(run);
  }

  @Test
  void aDeploymentKeepsWhatANewerReadingLeavesOpen() {
    Deployment known = deployment(Optional.of("swedencentral"), Optional.of(DeploymentType.GLOBAL));
    Deployment merged = known.mergedWith(deployment(Optional.empty(), Optional.empty()));

    assertThat(merged).isEqualTo(known);
    assertThat(merged.target()).isEqualTo(new ModelKey(Provider.AZURE, "gpt-4o-2024-08-06"));
  }

  @Test
  void openAiHasNoDeployments() {
    assertThatThrownBy(
            () ->
                new Deployment(
                    Provider.OPENAI,
                    "a",
                    "n",
                    "m",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .hasMessageContaining("OpenAI has no deployments");
  }

  @Test
  void wordsAreReadAsTheyArePublished() {
    assertThat(VersionUpgrade.findByLabel("once_expired")).contains(VersionUpgrade.ONCE_EXPIRED);
    assertThat(VersionUpgrade.labels()).isEqualTo("once_new_default, once_expired, none");
    assertThat(Criticality.findByLabel("high")).contains(Criticality.HIGH);
    assertThat(Criticality.labels()).isEqualTo("low, medium, high, critical");
    assertThat(DatasetVerdict.findByLabel("blocked")).contains(DatasetVerdict.BLOCKED);
    assertThat(DatasetVerdict.labels()).isEqualTo("clean, warnings, blocked");
    assertThat(StateKind.labels()).contains("serving, retiring");
    assertThat(Environment.findByLabel("staging")).contains(Environment.STAGING);
    assertThat(Environment.labels()).isEqualTo("production, staging, development");
  }

  @Test
  void anEntryIsKnownByItsKey() {
    Instant now = Instant.parse("2026-11-20T00:00:00Z");
    RegisteredModel model =
        new RegisteredModel(
            new UUID(1, 1), ModelFacts.named(KEY), new ModelState.Ready(now), now, now);

    assertThat(model.key()).isEqualTo(KEY).hasToString("openai/ft:gpt-4o:acme::a1");
    assertThat(
            new Consumer("chat", "O", "o@example.com", Criticality.LOW, Environment.PRODUCTION)
                .environment())
        .isEqualTo(Environment.PRODUCTION);
  }

  private static Deployment deployment(Optional<String> region, Optional<DeploymentType> type) {
    return new Deployment(
        Provider.AZURE,
        "acme",
        "chat",
        "gpt-4o-2024-08-06",
        region,
        type,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
