package dev.plumbline.lifecycle.deprecation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeprecationCalendarTest {

  private static final String AZURE_TUNED = ".ft-b044a9d3cf9c4228b5d393567f693b83";

  private final DeprecationCalendar calendar = DeprecationCalendar.bundled();

  @Test
  void everyRowOfTheSeedIsAClaimAndNoneIsDropped() {
    assertThat(SeedClaims.countRows()).isEqualTo(489);
    // 455 rows state an inference end and 56 a training end; 29 more bases were read without one
    assertThat(calendar.claims()).hasSizeGreaterThan(489);
    assertThat(calendar.claims())
        .filteredOn(claim -> claim.clock() == LifeClock.TRAINING)
        .hasSize(56);
    assertThat(calendar.claims())
        .filteredOn(claim -> claim.clock() == LifeClock.INFERENCE && claim.date().isPresent())
        // and 66 rows of the history say what older versions stated
        .hasSize(455 + 66);
  }

  @ParameterizedTest
  @CsvSource({
    // the four examples of the rule order: later than its base, base long gone, equal to the base
    "ft:babbage-002:acme::AbC1, 2026-10-23, FAMILY_ROW",
    "ft:gpt-3.5-turbo-0613:acme::AbC1, 2026-10-23, FAMILY_ROW",
    "ft:gpt-4o-2024-08-06:acme::AbC1, 2027-01-14, ANNOUNCEMENT_TEXT",
    "ft:gpt-4-0613:acme::AbC1, 2026-10-23, FAMILY_ROW",
    "ft:gpt-4.1-nano-2025-04-14:acme::AbC1:ckpt-step-9, 2026-10-23, FAMILY_ROW",
    "ft:gpt-4o-mini:acme::AbC1, 2027-01-14, ANNOUNCEMENT_TEXT",
    "ft:gpt-3.5-turbo:acme::AbC1, 2026-10-23, FAMILY_ROW",
    "davinci:ft-personal-2023-04-02-03-13-22, 2024-01-04, FAMILY_ROW",
    "ft:gpt-5-2025-08-07:acme::AbC1, 2026-12-11, PROVIDER_POLICY",
    "gpt-4o-2024-08-06.ft-b044a9d3cf9c4228b5d393567f693b83, 2027-10-01, PROVIDER_POLICY",
    "gpt-4o.ft-b044a9d3cf9c4228b5d393567f693b83-x:ckpt-step-3, 2027-10-01, PROVIDER_POLICY",
    "gpt-4.1-mini-2025-04-14.ft-b044a9d3cf9c4228b5d393567f693b83, 2027-10-14, PROVIDER_POLICY",
    "ft:open-mistral-7b:587a6b29:20240514:7e773925, 2025-03-30, PROVIDER_POLICY",
  })
  void theFirstMatchingRuleGivesAFineTuneItsEnd(String name, LocalDate end, ShutdownRule rule) {
    ClockEnd.Known known = inference(name);

    assertThat(known.end().value()).isEqualTo(end);
    assertThat(known.rule()).isEqualTo(rule);
  }

  @Test
  void aFamilyIsComparedByWholeSegments() {
    Subject gpt4 = new Subject(openAi(), Subject.Kind.FAMILY, "gpt-4");

    assertThat(gpt4.isFamilyOf("gpt-4-0613")).isTrue();
    assertThat(gpt4.isFamilyOf("gpt-4")).isTrue();
    assertThat(gpt4.isFamilyOf("gpt-4o-2024-08-06")).isFalse();
    assertThat(gpt4.isFamilyOf("gpt-4.1-2025-04-14")).isFalse();
  }

  @Test
  void azureNeverTakesADateOfOpenAi() {
    ClockEnd end = lifespan("gpt-35-turbo-0125" + AZURE_TUNED).inferenceEnd();

    assertThat(end)
        .isInstanceOfSatisfying(
            ClockEnd.Unknown.class,
            unknown ->
                assertThat(unknown.reason())
                    .isEqualTo(
                        "no source of azure states when fine-tunes of gpt-35-turbo-0125 end"));
  }

  @Test
  void aFineTuneWhoseNameHidesItsBaseIsAGap() {
    assertThat(lifespan("tunedModels/essay-prompt-7l51aeaejex0").inferenceEnd())
        .isInstanceOfSatisfying(
            ClockEnd.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("does not say its base"));
  }

  @Test
  void aNewerStatementOfAnotherSourceMakesADateDisputedAndTheEarlierIsPlannedWith() {
    ClockEnd.Known end = inference("azure/gpt-4o-2024-08-06");

    assertThat(end.end().value()).isEqualTo("2026-10-01");
    assertThat(end.end().certainty()).isEqualTo(Certainty.EXACT);
    assertThat(end.isDisputed()).isTrue();
    assertThat(end.disputedBy())
        .singleElement()
        .satisfies(other -> assertThat(other.value()).isEqualTo("2027-04-14"))
        .satisfies(other -> assertThat(other.certainty()).isEqualTo(Certainty.ESTIMATED));
  }

  @Test
  void anUndatedLaterClaimIsNewerToo() {
    ClockEnd.Known end = inference("claude-sonnet-4-5-20250929");

    assertThat(end.end().value()).isEqualTo("2026-09-29");
    assertThat(end.end().certainty()).isEqualTo(Certainty.NOT_BEFORE);
    assertThat(end.disputedBy()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    // one page, two dates: what was announced later counts
    "gpt-4-1106-preview, 2026-10-23",
    "code-davinci-002, 2024-01-04",
    "gpt-4-0314, 2026-03-26",
    "gpt-4-32k-0314, 2025-06-06",
    "open-mistral-7b, 2025-03-30",
    "babbage-002, 2026-09-28",
    "gpt-4o-2024-11-20, 2027-01-14",
    "gpt-4o, 2027-01-14",
    "gpt-5, 2026-12-11",
    "anthropic.claude-3-haiku-20240307-v1:0, 2026-09-10",
    "claude-opus-4-1, 2026-08-05",
    "vertex_ai/gemini-2.5-pro, 2026-10-20",
  })
  void aBaseHasItsOwnRow(String name, LocalDate end) {
    assertThat(inference(name).end().value()).isEqualTo(end);
    assertThat(inference(name).rule()).isEqualTo(ShutdownRule.OWN_ROW);
  }

  @Test
  void aBaseWithoutADateIsAGap() {
    assertThat(lifespan("gemini-2.5-pro").inferenceEnd())
        .isInstanceOf(ClockEnd.Unknown.class)
        .satisfies(end -> assertThat(end.findKnown()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-2024-08-06, ACTIVE, 2027-01-06, EXPLICIT_TRAINING_ROW",
    "gpt-4o-2024-08-06, NEVER_TUNED, 2026-05-07, PROVIDER_GATE",
    "gpt-4o-2024-08-06, TUNED_BUT_IDLE, 2026-07-02, PROVIDER_GATE",
    "gpt-4o-2024-08-06, UNKNOWN, 2026-05-07, PROVIDER_GATE",
    "gpt-4o-mini, ACTIVE, 2027-01-06, EXPLICIT_TRAINING_ROW",
    "babbage-002, ACTIVE, 2024-10-28, EXPLICIT_TRAINING_ROW",
    "ft:davinci-002:acme::AbC1, ACTIVE, 2024-10-28, EXPLICIT_TRAINING_ROW",
    // the gate is of 2027, but a base that is gone cannot be trained
    "gpt-3.5-turbo-0125, ACTIVE, 2026-10-23, BASE_SHUTDOWN",
    "gpt-3.5-turbo-0613, ACTIVE, 2024-09-13, BASE_SHUTDOWN",
    "azure/gpt-4o-2024-08-06, ACTIVE, 2027-04-01, EXPLICIT_TRAINING_ROW",
    "azure/gpt-4o-2024-08-06, NEVER_TUNED, 2026-10-01, BASE_SHUTDOWN",
    "azure/gpt-4o-2024-08-06, UNKNOWN, 2026-10-01, BASE_SHUTDOWN",
    "azure/gpt-4.1-2025-04-14, ACTIVE, 2027-04-14, EXPLICIT_TRAINING_ROW",
    "anthropic.claude-3-haiku-20240307-v1:0, ACTIVE, 2026-03-10, EXPLICIT_TRAINING_ROW",
    // one month before the retirement of 2026-10-20
    "vertex_ai/gemini-2.5-flash, ACTIVE, 2026-09-20, PROVIDER_POLICY",
    "command-r-03-2024, ACTIVE, 2025-09-15, EXPLICIT_TRAINING_ROW",
    "ft:open-mistral-7b:587a6b29:20240514:7e773925, ACTIVE, 2025-03-30, BASE_SHUTDOWN",
  })
  void trainingEndsByTheFirstRuleThatMatchesForThisCustomer(
      String name, CustomerClass customer, LocalDate end, ShutdownRule rule) {
    ClockEnd.Known known = training(name, customer);

    assertThat(known.end().value()).isEqualTo(end);
    assertThat(known.rule()).isEqualTo(rule);
  }

  @Test
  void aQuestionWithFewerKeysSaysWhichWereOpen() {
    assertThat(training("gpt-4o-2024-08-06", CustomerClass.UNKNOWN).openKeys())
        .containsExactly("customer class");
    assertThat(training("gpt-4o-2024-08-06", CustomerClass.ACTIVE).openKeys()).isEmpty();
    assertThat(training("azure/gpt-4o-2024-08-06", CustomerClass.UNKNOWN).openKeys())
        .containsExactlyInAnyOrder("customer class", "deployment type");
    assertThat(inference("anthropic.claude-3-haiku-20240307-v1:0").openKeys())
        .containsExactly("region");
  }

  @Test
  void aKeyThatNoClaimCoversGivesAGapAndNotTheNearestDate() {
    var question =
        new LifespanQuestion(
            model("azure/gpt-5-2025-08-07"),
            CustomerClass.ACTIVE,
            Optional.of(DeploymentType.STANDARD),
            Optional.empty());

    assertThat(calendar.lifespanOf(question).inferenceEnd()).isInstanceOf(ClockEnd.Unknown.class);
  }

  @Test
  void aRegionIsAnsweredByItsOwnRow() {
    var question =
        new LifespanQuestion(
            model("anthropic.claude-3-haiku-20240307-v1:0"),
            CustomerClass.ACTIVE,
            Optional.empty(),
            Optional.of("us-gov-west-1"));

    assertThat(calendar.lifespanOf(question).inferenceEnd().findKnown())
        .hasValueSatisfying(end -> assertThat(end.openKeys()).isEmpty());
  }

  @Test
  void aBaseThatWasNeverTunableHasNoTrainingEnd() {
    assertThat(calendar.isNeverTunable(model("gpt-4o-2024-11-20"))).isTrue();
    assertThat(calendar.isNeverTunable(model("gpt-4o-2024-08-06"))).isFalse();
    assertThat(lifespan("gpt-4o-2024-11-20").trainingEnd())
        .isInstanceOfSatisfying(
            ClockEnd.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("cannot be fine-tuned"));
  }

  @Test
  void aBaseOfWhichNobodySaysThatItIsTunableHasNoTrainingEnd() {
    assertThat(lifespan("gpt-5-2025-08-07").trainingEnd())
        .isInstanceOfSatisfying(
            ClockEnd.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("says that gpt-5-2025-08-07"));
  }

  @Test
  void daysAreCountedFromTodayToTheEnd() {
    ClockEnd.Known end = inference("ft:gpt-4o-2024-08-06:acme::AbC1");

    assertThat(end.daysLeft(LocalDate.of(2026, 11, 20))).isEqualTo(55);
    assertThat(end.daysLeft(LocalDate.of(2027, 1, 15))).isEqualTo(-1);
  }

  @Test
  void theAnswerKeepsItsSource() {
    assertThat(inference("ft:babbage-002:acme::AbC1").end().source())
        .satisfies(source -> assertThat(source.kind()).isEqualTo(Source.Kind.PROVIDER_PAGE))
        .satisfies(source -> assertThat(source.name()).startsWith("OpenAI deprecations page"));
    assertThat(inference("ft:babbage-002:acme::AbC1").end().seenAt()).contains(day("2026-08-20"));
  }

  private ClockEnd.Known inference(String name) {
    return lifespan(name).inferenceEnd().findKnown().orElseThrow();
  }

  private ClockEnd.Known training(String name, CustomerClass customer) {
    return calendar.lifespanOf(model(name), customer).trainingEnd().findKnown().orElseThrow();
  }

  private Lifespan lifespan(String name) {
    return calendar.lifespanOf(model(name), CustomerClass.ACTIVE);
  }

  private static ModelId model(String name) {
    return (ModelId) ModelNames.bundled().parse(name);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static dev.plumbline.core.model.Provider openAi() {
    return dev.plumbline.core.model.Provider.OPENAI;
  }
}
