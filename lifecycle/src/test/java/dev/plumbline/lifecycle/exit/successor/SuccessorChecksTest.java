package dev.plumbline.lifecycle.exit.successor;

import static dev.plumbline.core.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.ClaimScope;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.exit.value.GivenMoney;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessorChecksTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final StatedFacts FACTS =
      new StatedFacts(Optional.empty(), GivenMoney.of(usd("-12"), "entered"));

  private static SwitchNeeds needs(CustomerClass customer, TuningMethod method, int months) {
    return new SwitchNeeds(
        TODAY,
        LocalDate.of(2026, 12, 5),
        LocalDate.of(2026, 12, 20),
        months,
        method,
        Provider.OPENAI,
        Placement.UNKNOWN,
        customer);
  }

  private static SuccessorCheck check(SwitchNeeds needs, Successor successor, CheckKind kind) {
    return check(DeprecationCalendar.bundled(), needs, successor, kind);
  }

  private static SuccessorCheck check(
      DeprecationCalendar calendar, SwitchNeeds needs, Successor successor, CheckKind kind) {
    return new SuccessorChecks(calendar, needs)
        .of(successor, FACTS).stream()
            .filter(check -> check.kind() == kind)
            .findFirst()
            .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    // what the sources of 2026-10-28 say: "yes (SFT, DPO, vision)"
    "openai, gpt-4o-2024-08-06, SFT, PASS",
    "openai, gpt-4o-2024-08-06, DPO, PASS",
    "openai, gpt-4o-2024-08-06, RFT, FAIL",
    // a bare yes means supervised tuning and nothing else for sure
    "openai, gpt-4.1-2025-04-14, SFT, PASS",
    "openai, gpt-4.1-2025-04-14, RFT, UNKNOWN",
    // said to be no base for tuning
    "openai, gpt-4o-2024-11-20, SFT, FAIL",
    "openai, gpt-6-luna, SFT, FAIL",
    // ended 2026-10-23
    "openai, gpt-4-0613, SFT, FAIL",
    "openai, no-such-base, SFT, UNKNOWN",
    "anthropic, claude-opus-4-1-20250805, SFT, FAIL",
  })
  void aBaseMustBeTunableByTheMethod(
      String provider, String base, TuningMethod method, Verdict verdict) {
    var successor = Successor.of(Route.RETUNE_ELSEWHERE, Provider.of(provider), base);

    var check = check(needs(CustomerClass.ACTIVE, method, 12), successor, CheckKind.TUNABLE);

    assertThat(check.verdict()).as(check.evidence()).isEqualTo(verdict);
  }

  @Test
  void theNamedReplacementIsRefusedByThoseWhoNameIt() {
    var luna = Successor.of(Route.RETUNE_ELSEWHERE, Provider.OPENAI, "gpt-6-luna");

    var check = check(needs(CustomerClass.ACTIVE, TuningMethod.SFT, 12), luna, CheckKind.TUNABLE);

    assertThat(check.evidence()).contains("not fine-tunable", "copies of the OpenAI");
  }

  @Test
  void whereNothingIsTunedTunabilityAndEligibilityDoNotMatter() {
    var prompt = Successor.of(Route.NEWER_BASE_WITH_PROMPT, Provider.OPENAI, "gpt-6-luna");
    var needs = needs(CustomerClass.UNKNOWN, TuningMethod.SFT, 12);

    assertThat(check(needs, prompt, CheckKind.TUNABLE).verdict()).isEqualTo(Verdict.PASS);
    assertThat(check(needs, prompt, CheckKind.ELIGIBLE).verdict()).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    // the gates: never tuned 2026-05-07, idle 2026-07-02, all 2027-01-06
    "ACTIVE, PASS",
    "TUNED_BUT_IDLE, FAIL",
    "NEVER_TUNED, FAIL",
    "UNKNOWN, UNKNOWN",
  })
  void anOrganisationMustBeEligible(CustomerClass customer, Verdict verdict) {
    var again = Successor.of(Route.RETUNE_ELSEWHERE, Provider.OPENAI, "gpt-4.1-2025-04-14");

    var check = check(needs(customer, TuningMethod.SFT, 12), again, CheckKind.ELIGIBLE);

    assertThat(check.verdict()).as(check.evidence()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // fine-tunes of gpt-4o end at Azure on 2027-10-01; the switch is on 2026-12-20
    "azure, gpt-4o-2024-08-06, SAME_BASE_ELSEWHERE, 9, PASS",
    "azure, gpt-4o-2024-08-06, SAME_BASE_ELSEWHERE, 10, FAIL",
    "openai, gpt-4.1-2025-04-14, RETUNE_ELSEWHERE, 0, PASS",
    "openai, gpt-4.1-2025-04-14, RETUNE_ELSEWHERE, 1, FAIL",
    "openai, gpt-6-luna, NEWER_BASE_WITH_PROMPT, 12, UNKNOWN",
  })
  void aSuccessorMustLiveUntilTheHorizon(
      String provider, String base, Route route, int months, Verdict verdict) {
    var successor = Successor.of(route, Provider.of(provider), base);

    var check =
        check(
            needs(CustomerClass.ACTIVE, TuningMethod.SFT, months),
            successor,
            CheckKind.ALIVE_LONG_ENOUGH);

    assertThat(check.verdict()).as(check.evidence()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "swedencentral, GLOBAL, swedencentral, GLOBAL, azure, PASS",
    "swedencentral, GLOBAL, eastus, GLOBAL, azure, FAIL",
    "swedencentral, GLOBAL, swedencentral, STANDARD, azure, FAIL",
    "swedencentral, GLOBAL, swedencentral, , azure, UNKNOWN",
    "swedencentral, GLOBAL, , GLOBAL, azure, UNKNOWN",
    ", GLOBAL, eastus, GLOBAL, azure, UNKNOWN",
    "swedencentral, GLOBAL, eu-north-1, , bedrock, UNKNOWN",
    "swedencentral, GLOBAL, usgovvirginia, GLOBAL, azure, FAIL",
  })
  void aSuccessorMustRunInTheSamePlace(
      String region,
      DeploymentType deployment,
      String thereRegion,
      DeploymentType thereDeployment,
      String provider,
      Verdict verdict) {
    var base = needs(CustomerClass.ACTIVE, TuningMethod.SFT, 12);
    var needs =
        new SwitchNeeds(
            base.today(),
            base.tunedBy(),
            base.switchDate(),
            12,
            base.method(),
            Provider.AZURE,
            placement(region, deployment),
            base.customer());
    var successor =
        new Successor(
            Route.NEWER_BASE_WITH_PROMPT,
            Optional.of(new Successor.BaseAt(Provider.of(provider), "some-model")),
            placement(thereRegion, thereDeployment));

    var check = check(needs, successor, CheckKind.SAME_PLACE);

    assertThat(check.verdict()).as(check.evidence()).isEqualTo(verdict);
  }

  private static Placement placement(String region, DeploymentType deployment) {
    return new Placement(
        Optional.ofNullable(deployment), Optional.ofNullable(region), Optional.empty());
  }

  @Test
  void capabilityAndCostAreWhatPeopleSay() {
    var needs = needs(CustomerClass.ACTIVE, TuningMethod.SFT, 12);
    var checks = new SuccessorChecks(DeprecationCalendar.bundled(), needs);
    var luna = Successor.of(Route.NEWER_BASE_WITH_PROMPT, Provider.OPENAI, "gpt-6-luna");
    var less = Optional.of(new StatedFacts.Capability(false, "no tool calls"));
    var same = Optional.of(new StatedFacts.Capability(true, "compared on 2026-11-20"));
    var unknown = GivenMoney.unknown("no price");

    assertThat(verdicts(checks.of(luna, new StatedFacts(less, unknown))))
        .contains("CAPABLE FAIL", "COST_KNOWN UNKNOWN");
    assertThat(verdicts(checks.of(luna, new StatedFacts(same, FACTS.monthlyDelta()))))
        .contains("CAPABLE PASS", "COST_KNOWN PASS");
    assertThat(verdicts(checks.of(luna, FACTS))).contains("CAPABLE UNKNOWN").hasSize(7);
    assertThat(verdicts(checks.of(Successor.stop(), FACTS))).containsExactly("COST_KNOWN PASS");
  }

  private static List<String> verdicts(List<SuccessorCheck> checks) {
    return checks.stream().map(check -> check.kind() + " " + check.verdict()).toList();
  }

  @Test
  void aReplacementThatIsRetiredItselfIsFound() {
    // chatgpt-4o-latest names gpt-5.1-chat-latest, which ended on 2026-07-23
    var dead = Successor.of(Route.SMALLER_BASE, Provider.OPENAI, "gpt-5.1-chat-latest");

    var check = check(needs(CustomerClass.ACTIVE, TuningMethod.SFT, 12), dead, CheckKind.CHAIN);

    assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(check.evidence()).contains("2026-07-23", "over at the switch");
  }

  @Test
  void aChainThatReachesAModelWithoutAnEndPasses() {
    var ending = Successor.of(Route.NEWER_BASE_WITH_PROMPT, Provider.OPENAI, "gpt-4.1-2025-04-14");

    var check = check(needs(CustomerClass.ACTIVE, TuningMethod.SFT, 12), ending, CheckKind.CHAIN);

    assertThat(check.verdict()).as(check.evidence()).isEqualTo(Verdict.PASS);
    assertThat(check.evidence())
        .isEqualTo(
            "gpt-4.1-2025-04-14 (ends 2027-01-14), then gpt-6-luna, for which no source states an"
                + " end");
  }

  @Test
  void aChainThatComesBackIsACycle() {
    var calendar = chain("one > two", "two > three (mode: pro)", "three > one");
    var one = Successor.of(Route.NEWER_BASE_WITH_PROMPT, Provider.OPENAI, "one");

    var check =
        check(calendar, needs(CustomerClass.ACTIVE, TuningMethod.SFT, 12), one, CheckKind.CHAIN);

    assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(check.evidence()).contains("one (ends 2028-01-01), then two", "a cycle");
  }

  @ParameterizedTest
  @CsvSource({"one > One Two Three, no model id", "one > , no source names"})
  void aChainThatLeadsNowhereIsUnknown(String link, String words) {
    var one = Successor.of(Route.NEWER_BASE_WITH_PROMPT, Provider.OPENAI, "one");

    var check =
        check(chain(link), needs(CustomerClass.ACTIVE, TuningMethod.SFT, 12), one, CheckKind.CHAIN);

    assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(check.evidence()).contains(words);
  }

  @Test
  void aChainWithoutAnEndIsCutOff() {
    String[] links = new String[30];
    for (int i = 0; i < links.length; i++) {
      links[i] = "m%d > m%d".formatted(i, i + 1);
    }
    var first = Successor.of(Route.NEWER_BASE_WITH_PROMPT, Provider.OPENAI, "m0");

    var check =
        check(
            chain(links),
            needs(CustomerClass.ACTIVE, TuningMethod.SFT, 12),
            first,
            CheckKind.CHAIN);

    assertThat(check.evidence()).contains("longer than 20");
  }

  /** Bases that all end on 2028-01-01, each with what is named instead. */
  private static DeprecationCalendar chain(String... links) {
    List<DateClaim> claims =
        List.of(links).stream()
            .map(link -> link.split(">", 2))
            .map(SuccessorChecksTest::claim)
            .toList();
    return new DeprecationCalendar(
        claims, List.of(), dev.plumbline.core.model.KnownModels.bundled());
  }

  private static DateClaim claim(String[] link) {
    var subject = new Subject(Provider.OPENAI, Subject.Kind.BASE, link[0].strip());
    var statement =
        new Statement(
            Optional.of(LocalDate.of(2028, 1, 1)),
            ClaimCertainty.COMMITTED,
            Optional.empty(),
            Optional.of(link[1].strip()).filter(text -> !text.isEmpty()));
    var source = new Source("a page", Source.Kind.PROVIDER_PAGE);
    return new DateClaim(
        new ClaimKey(subject, LifeClock.INFERENCE, ClaimScope.EVERYWHERE),
        statement,
        Evidence.seen("page", source, TODAY));
  }
}
