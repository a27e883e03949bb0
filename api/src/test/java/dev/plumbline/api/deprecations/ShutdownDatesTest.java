package dev.plumbline.api.deprecations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.eligibility.Eligibility;
import dev.plumbline.lifecycle.deprecation.eligibility.TuningEvidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShutdownDatesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final ShutdownDates dates = ShutdownDates.bundled();

  @Test
  void bothEndsOfAFineTuneAreGivenAsObservations() {
    ModelId model = model("ft:gpt-4o-2024-08-06:acme::AbC1");

    assertThat(dates.inferenceEnd(model))
        .hasValueSatisfying(end -> assertThat(end.value()).isEqualTo("2027-01-14"));
    assertThat(dates.trainingEnd(model))
        .hasValueSatisfying(end -> assertThat(end.value()).isEqualTo("2027-01-06"));
    assertThat(dates.inference(model).rule()).isEqualTo("ANNOUNCEMENT_TEXT");
  }

  @Test
  void aGapIsEmptyAndSaysWhy() {
    StatedEnd end = dates.inference(model("gemini-2.5-pro"));

    assertThat(end.end()).isEmpty();
    assertThat(end.gap()).contains("states an end of gemini-2.5-pro");
  }

  @Test
  void disputesAreShown() {
    assertThat(dates.inference(model("azure/gpt-4o-2024-08-06")).disputedBy()).hasSize(1);
  }

  @Test
  void trainingThatIsOverIsABlocker() {
    assertThat(codes("gpt-3.5-turbo-0125", TODAY)).containsExactly("BASE_NOT_TRAINABLE");
    assertThat(codes("gpt-4o-2024-08-06", LocalDate.of(2027, 1, 6)))
        .containsExactly("BASE_NOT_TRAINABLE");
    assertThat(dates.trainingFindings(model("gpt-3.5-turbo-0125"), TODAY))
        .extracting(Finding::severity)
        .containsExactly(Severity.BLOCKER);
  }

  @Test
  void whoIsShutOutAlreadyIsNamedWhileOthersCanStillTrain() {
    // 47 days before 2027-01-06
    assertThat(codes("gpt-4o-2024-08-06", TODAY))
        .containsExactly("TRAINING_RESTRICTED", "TRAINING_ENDS_SOON");
    assertThat(codes("gpt-4o-2024-08-06", LocalDate.of(2025, 1, 1))).isEmpty();
  }

  @Test
  void whatIsKnownOfTheOrganisationDecides() {
    ModelId base = model("gpt-4o-2024-08-06");
    TuningEvidence idle =
        new TuningEvidence(
            Optional.of(LocalDate.of(2025, 3, 1)), Optional.of(LocalDate.of(2026, 3, 1)), true);
    TuningEvidence active =
        new TuningEvidence(
            Optional.of(LocalDate.of(2025, 3, 1)), Optional.of(LocalDate.of(2026, 11, 1)), true);

    // OpenAI shut out idle organisations on 2026-07-02, all others on 2027-01-06
    assertThat(seenWith(idle).trainingEnd(base))
        .hasValueSatisfying(end -> assertThat(end.value()).isEqualTo("2026-07-02"));
    assertThat(seenWith(idle).trainingFindings(base, TODAY))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .startsWith(
                        "your organisation no longer can train on gpt-4o-2024-08-06 since"
                            + " 2026-07-02, for no fine-tune was called since 2026-03-01"));
    assertThat(seenWith(active).trainingFindings(base, TODAY))
        .extracting(Finding::code)
        .containsExactly("TRAINING_ENDS_SOON");
  }

  private static ShutdownDates seenWith(TuningEvidence evidence) {
    return new ShutdownDates(
        DeprecationCalendar.bundled(),
        new CustomerClasses(
            Map.of(Provider.OPENAI, Eligibility.of(Provider.OPENAI, evidence, TODAY))));
  }

  @Test
  void aBaseThatWasNeverTunableIsABlocker() {
    assertThat(codes("gpt-4o-2024-11-20", TODAY)).containsExactly("NOT_TUNABLE");
  }

  @Test
  void anUnknownTrainingEndIsSaid() {
    assertThat(codes("gpt-6-luna", TODAY)).containsExactly("TRAINING_END_UNKNOWN");
  }

  @Test
  void notBeforeADayIsNoEndEvenWhenTheDayHasPassed() {
    assertThat(codes("azure/gpt-4o-2024-08-06", LocalDate.of(2027, 5, 1)))
        .contains("TRAINING_ENDS_SOON")
        .doesNotContain("BASE_NOT_TRAINABLE");
  }

  private List<String> codes(String name, LocalDate day) {
    return dates.trainingFindings(model(name), day).stream().map(Finding::code).toList();
  }

  private static ModelId model(String name) {
    return (ModelId) ModelNames.bundled().parse(name);
  }
}
