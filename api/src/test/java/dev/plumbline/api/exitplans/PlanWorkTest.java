package dev.plumbline.api.exitplans;

import static dev.plumbline.core.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.changes.NamedModel;
import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.api.exitplans.PlanDocument.KeyedCandidate;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.eligibility.Eligibility;
import dev.plumbline.lifecycle.deprecation.eligibility.TuningEvidence;
import dev.plumbline.lifecycle.exit.LatestStart;
import dev.plumbline.lifecycle.exit.successor.Candidate;
import dev.plumbline.lifecycle.exit.successor.CandidateOrder.Ranked;
import dev.plumbline.lifecycle.exit.value.GivenMoney;
import dev.plumbline.pricing.cost.RequestCosts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts by the published prices of 2026-11-20: tuned gpt-4o costs 3.75 in and 15 out. */
class PlanWorkTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String TUNED = "ft:gpt-4o-2024-08-06:acme::AbC123";

  @Test
  void theSpendOfAMonthOpensUpToPriceRows() {
    // 100,000 × (800 × 3.75 + 200 × 15) / 1,000,000 = 100,000 × 0.006
    WorkedPlan worked = work(traffic());

    assertThat(worked.spend().money().find()).contains(usd("600"));
    MoneyView view = MoneyView.of(worked.spend());
    assertThat(view.lines()).hasSize(2);
    assertThat(view.lines().get(0).amount()).isEqualTo("0.003");
    assertThat(view.lines()).allSatisfy(line -> assertThat(line.source()).contains("OpenAI"));
  }

  @Test
  void aNewerBaseWithALongPromptCostsTheDifference() {
    // gpt-4.1 untuned: 100,000 × (6,000 × 2 + 200 × 8) / 1,000,000 = 1,360, less 600
    var longPrompt = candidate("newer_base_with_prompt", "openai", "gpt-4.1-2025-04-14", 6000L);

    Candidate candidate = only(work(traffic(), longPrompt));

    assertThat(candidate.money().monthlyDelta().find()).contains(usd("760"));
    assertThat(candidate.money().retraining().find()).contains(usd("0"));
    assertThat(reason(candidate.money().effort())).isEqualTo("nobody has estimated the work");
  }

  @Test
  void tuningAnotherBaseCostsItsTrainingAndItsTunedPrices() {
    // tuned gpt-4.1: 100,000 × (800 × 3 + 200 × 12) / 1,000,000 = 480, less 600;
    // training 2,880,000 tokens at 25 a million is 72
    var again = candidate("retune_elsewhere", "openai", "gpt-4.1-2025-04-14", null);

    Candidate candidate = only(work(traffic(), again));

    assertThat(candidate.money().monthlyDelta().find()).contains(usd("-120"));
    assertThat(candidate.money().retraining().find()).contains(usd("72"));
  }

  @Test
  void toStopSavesWhatIsSpent() {
    Candidate candidate = only(work(traffic(), candidate("stop", null, null, null)));

    assertThat(candidate.money().monthlyDelta().find()).contains(usd("-600"));
  }

  @Test
  void whatNobodyEnteredIsUnknownAndNotZero() {
    var again = candidate("retune_elsewhere", "openai", "gpt-4.1-2025-04-14", null);
    WorkedPlan worked = work(PlanFacts.NONE, again);
    Candidate candidate = only(worked);

    assertThat(reason(worked.spend().money())).contains("requests and tokens");
    assertThat(reason(candidate.money().monthlyDelta())).contains("requests and tokens");
    assertThat(reason(candidate.money().retraining())).contains("how many tokens");
    assertThat(reason(worked.plan().outlook().remainingTrainingValue())).contains("since when");
  }

  @Test
  void aBaseWithoutAPublishedPriceIsUnknownWithTheReason() {
    Candidate candidate =
        only(work(traffic(), candidate("newer_base_with_prompt", "openai", "no-such-base", null)));

    assertThat(reason(candidate.money().monthlyDelta()))
        .contains("no provider's table has this name");
  }

  @Test
  void enteredAmountsComeBeforeThoseThatAreWorkedOut() {
    PlanFacts facts =
        facts(Map.of("monthly_spend", "1000", "training_spend", "300", "since", "2026-09-26"));
    WorkedPlan worked = work(facts);

    assertThat(worked.spend().money().find()).contains(usd("1000"));
    // 55 of 110 days of service are left
    assertThat(worked.plan().outlook().remainingTrainingValue().find()).contains(usd("150"));
    assertThat(worked.plan().clocks().inferenceLeft().orElseThrow().count()).isEqualTo(55);
  }

  @Test
  void theLatestStartFollowsTheEndAndTheDuration() {
    // 2027-01-14 less 30 days
    var latest = (LatestStart.On) work(PlanFacts.NONE).plan().latestStart();

    assertThat(latest.day()).isEqualTo("2026-12-15");
  }

  @Test
  void proposalsAreWhatSourcesSay() {
    List<KeyedCandidate> found =
        new Proposals(
                DeprecationCalendar.bundled(),
                CustomerClasses.ASSUMED,
                NamedModel.of("openai", TUNED))
            .all();

    assertThat(found)
        .extracting(each -> each.facts().route() + " " + each.facts().model())
        .containsExactly(
            "same_base_elsewhere gpt-4o-2024-08-06",
            "newer_base_with_prompt gpt-6-luna",
            "stop null");
    assertThat(found.get(0).facts().provider()).isEqualTo("azure");
  }

  @ParameterizedTest
  @CsvSource({
    "monthly_spend, 1e9, monthly_spend",
    "monthly_spend, -1, monthly_spend",
    "training_spend, many, training_spend",
    "deployment, moon, deployment",
    "cloud, mine, cloud",
    "method, magic, method",
  })
  void whatDoesNotFitNamesItsField(String field, String value, String named) {
    assertThatThrownBy(() -> work(facts(Map.of(field, value))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().field()).contains(named));
  }

  @Test
  void whatIsKnownOfTheOrganisationDecidesUntilSomebodyEntersIt() {
    Eligibility never =
        Eligibility.of(
            Provider.OPENAI, new TuningEvidence(Optional.empty(), Optional.empty(), true), TODAY);
    CustomerClasses known = new CustomerClasses(Map.of(Provider.OPENAI, never));

    // OpenAI takes no first job since 2026-05-07
    assertThat(trainingEnd(work(known, PlanFacts.NONE))).isEqualTo("2026-05-07");
    assertThat(
            trainingEnd(
                work(
                    known,
                    facts(Map.of("first_job", "2025-03-01", "last_tuned_call", "2026-11-01")))))
        .isEqualTo("2027-01-06");
  }

  private static LocalDate trainingEnd(WorkedPlan worked) {
    return worked.plan().clocks().lifespan().trainingEnd().findKnown().orElseThrow().end().value();
  }

  private static WorkedPlan work(PlanFacts facts, CandidateFacts... candidates) {
    return work(CustomerClasses.ASSUMED, facts, candidates);
  }

  private static WorkedPlan work(
      CustomerClasses classes, PlanFacts facts, CandidateFacts... candidates) {
    PlanDocument document =
        new PlanDocument(
            facts,
            Candidates.keyed(List.of(candidates)),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null);
    return new PlanWork(
            PlanSubject.unregistered(NamedModel.of("openai", TUNED)),
            document,
            DeprecationCalendar.bundled(),
            classes,
            new PlanPrices(RequestCosts.bundled(), NOW),
            TODAY)
        .plan(new Decision.Pending());
  }

  private static Candidate only(WorkedPlan worked) {
    List<Ranked> ranked = worked.plan().candidates();
    assertThat(ranked).hasSize(1);
    return ranked.get(0).candidate();
  }

  private static String reason(GivenMoney money) {
    return money.match(known -> "known: " + known, GivenMoney.Unknown::reason);
  }

  private static PlanFacts traffic() {
    return new PlanFacts(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        100_000L,
        800L,
        null,
        200L,
        null,
        null,
        null,
        2_880_000L,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static PlanFacts facts(Map<String, String> said) {
    return new PlanFacts(
        null,
        null,
        null,
        null,
        said.get("method"),
        null,
        said.get("deployment"),
        said.get("cloud"),
        null,
        null,
        null,
        null,
        said.get("monthly_spend"),
        null,
        said.get("training_spend"),
        null,
        day(said, "since"),
        null,
        null,
        day(said, "first_job"),
        day(said, "last_tuned_call"),
        null);
  }

  private static @Nullable LocalDate day(Map<String, String> said, String name) {
    return said.containsKey(name) ? LocalDate.parse(said.get(name)) : null;
  }

  private static CandidateFacts candidate(String route, String provider, String model, Long input) {
    return new CandidateFacts(
        route, provider, model, null, null, null, input, null, null, null, null, null, null, null,
        null, null);
  }
}
