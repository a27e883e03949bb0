package dev.plumbline.api.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.api.deprecations.ShutdownDates;
import dev.plumbline.api.scenarios.ScenarioOutcome.Answered;
import dev.plumbline.api.scenarios.ScenarioOutcome.Blocked;
import dev.plumbline.api.scenarios.ScenarioOutcome.Unpriced;
import dev.plumbline.core.time.DayRange;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.override.Adjustment;
import dev.plumbline.pricing.override.OverrideScope;
import dev.plumbline.pricing.override.PriceOverride;
import dev.plumbline.pricing.override.PriceOverrides;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioAnswersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final String DAY = "\"at\": \"2026-01-14\"";

  @Test
  void aFineTuneIsPricedAsItselfAndNeverAsItsBase() {
    BreakEvenView view = answered(ExampleScenario.TEXT);

    assertThat(value(view, "tuned.prices.input")).isEqualTo("3.75");
    assertThat(value(view, "base.prices.input")).isEqualTo("2.5");
    assertThat(value(view, "training.price")).isEqualTo("25");
    assertThat(view.verdict().requestsPerMonthCeil()).contains("1027");
  }

  @Test
  void aBaseNameOnTheTunedSideStandsForAFineTuneOfIt() {
    BreakEvenView view =
        answered(
            ExampleScenario.TEXT.replace(
                "ft:gpt-4o-2024-08-06:acme::example1", "gpt-4o-2024-08-06"));

    assertThat(value(view, "tuned.prices.input")).isEqualTo("3.75");
    assertThat(value(view, "tuned.shutdown")).isEqualTo("2027-01-14");
  }

  @Test
  void anAliasIsPricedAsTheSnapshotOfTheDay() {
    String alias =
        ExampleScenario.TEXT.replace("\"model\": \"gpt-4o-2024-08-06\"", "\"model\": \"gpt-4o\"");

    assertThat(value(answered(alias), "base.prices.input")).isEqualTo("2.5");
  }

  @Test
  void theShutdownOfTheTunedModelCutsTheHorizon() {
    BreakEvenView view = answered(ExampleScenario.TEXT.replace(DAY, "\"at\": \"2026-11-20\""));

    assertThat(view.fixed().horizonMonths()).isEqualTo("1.833333333333"); // 55 days of 30
    assertThat(view.notes()).anyMatch(note -> note.field().equals("horizon_months"));
  }

  @Test
  void aGivenShutdownIsStrongerThanTheCalendar() {
    BreakEvenView view =
        answered(
            ExampleScenario.TEXT.replace(
                "\"model\": \"ft:gpt", "\"shutdown\": \"2026-03-15\", \"model\": \"ft:gpt"));

    assertThat(view.fixed().horizonMonths()).isEqualTo("2"); // 60 days
  }

  @Test
  void withoutADayTodayCounts() {
    BreakEvenView view = answered(ExampleScenario.TEXT.replace(DAY + ",", ""));

    assertThat(view.at()).isEqualTo("2026-11-20");
  }

  @Test
  void trainingThatHasEndedBlocks() {
    ScenarioOutcome outcome = outcome(ExampleScenario.TEXT.replace(DAY, "\"at\": \"2027-01-07\""));

    assertThat(outcome).isInstanceOf(Blocked.class);
    assertThat(((Blocked) outcome).blockers().get(0).message()).contains("since 2027-01-06");
  }

  @Test
  void aModelWithoutAPriceGivesAReason() {
    ScenarioOutcome outcome =
        outcome(ExampleScenario.TEXT.replaceFirst("gpt-4o-2024-08-06", "gpt-6-sirius"));

    assertThat(outcome).isInstanceOf(Unpriced.class);
    assertThat(((Unpriced) outcome).reasons().get(0)).startsWith("base.model: ");
  }

  @Test
  void anAlternativeWithoutAPriceIsLeftOutWithANote() {
    BreakEvenView view =
        answered(ExampleScenario.TEXT.replace("gpt-4o-mini-2024-07-18", "gpt-6-sirius"));

    assertThat(view.comparison()).hasSize(2);
    assertThat(view.notes())
        .anyMatch(
            note -> note.message().startsWith("gpt-4o-mini with the long prompt is left out"));
  }

  @Test
  void twoSidesOfOneNameAreRefused() {
    String twice =
        ExampleScenario.TEXT.replace(
            "gpt-4o with a compressed prompt", "gpt-4o-mini with the long prompt");

    ScenarioRefusedException refusal =
        catchThrowableOfType(ScenarioRefusedException.class, () -> outcome(twice));

    assertThat(refusal.field()).isEqualTo("alternatives[1].name");
  }

  @Test
  void anOwnPriceIsStrongerThanTheList() {
    var discount =
        new PriceOverride(
            "contract:1",
            new OverrideScope(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Adjustment.PercentOff(new BigDecimal("10")),
            DayRange.ALWAYS,
            "contract");
    ScenarioOutcome outcome =
        ScenarioAnswers.over(
                PriceCatalogue.bundled(),
                PriceOverrides.of(List.of(discount)),
                ShutdownDates.bundled())
            .answer(ScenarioReader.read(ExampleScenario.TEXT), TODAY);

    BreakEvenView view = ((Answered) outcome).view();
    assertThat(value(view, "base.prices.input")).isEqualTo("2.25");
    assertThat(view.assumptions().get(0).note())
        .isEqualTo("own price contract:1 (contract) instead of the list's 2.5");
  }

  @Test
  void aTreeHasTheNamesOfTheJson() {
    assertThat(RecordTree.of(answered(ExampleScenario.TEXT)))
        .containsKeys("catalogue_version", "at_volume", "sensitivities");
    assertThat(RecordTree.snakeCase("paysAtVolume")).isEqualTo("pays_at_volume");
  }

  private static BreakEvenView answered(String document) {
    ScenarioOutcome outcome = outcome(document);
    assertThat(outcome).isInstanceOf(Answered.class);
    return ((Answered) outcome).view();
  }

  private static ScenarioOutcome outcome(String document) {
    return ScenarioAnswers.bundled().answer(ScenarioReader.read(document), TODAY);
  }

  private static String value(BreakEvenView view, String subject) {
    return view.assumptions().stream()
        .filter(each -> each.subject().equals(subject))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
