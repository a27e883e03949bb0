package dev.plumbline.lifecycle.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.finding.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScanFindingsTest {

  @Test
  void aFindingCitesDateCertaintySourceAndReplacement() {
    ScanFinding finding = find("2026-11-20", "model = 'gpt-4-0314'").get(0);

    assertThat(finding.message())
        .startsWith("gpt-4-0314 has been out of service at openai since 2026-03-26 (exact, OpenAI")
        .endsWith("named instead: gpt-5 or gpt-4.1*");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void anAliasIsResolvedAsOfTheDay() {
    assertThat(alias("2024-09-01")).contains("on 2024-09-01 it means gpt-4o-2024-05-13");
    assertThat(alias("2026-11-20")).contains("on 2026-11-20 it means gpt-4o-2024-08-06");
  }

  private static String alias(String day) {
    return find(day, "model = 'gpt-4o'").stream()
        .filter(finding -> finding.rule() == ScanRule.ALIAS)
        .map(ScanFinding::message)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDayOfTheScanDecidesHowNearAnEndIs() {
    // the end is 2027-01-14; 30 days before it is 2026-12-15
    String code = "model = 'gpt-4o-2024-08-06'";

    assertThat(rules("2026-12-14", code)).containsExactly(ScanRule.DEPRECATED);
    assertThat(rules("2026-12-15", code)).containsExactly(ScanRule.ENDING_SOON);
    assertThat(rules("2027-01-13", code)).containsExactly(ScanRule.ENDING_SOON);
    assertThat(rules("2027-01-14", code)).containsExactly(ScanRule.RETIRED);
  }

  @Test
  void aJobIsJudgedByTheEndOfTraining() {
    String code = "client.fine_tuning.jobs.create(model='gpt-4o-mini-2024-07-18')";

    assertThat(rules("2027-01-05", code))
        .containsExactly(ScanRule.ENDING_SOON, ScanRule.TRAINING_ENDING);
    assertThat(rules("2027-01-06", code))
        .containsExactly(ScanRule.ENDING_SOON, ScanRule.TRAINING_ENDED);
  }

  @Test
  void aPromiseOfServiceIsNoEnd() {
    // at least until 2027-05-28, and nothing is named instead
    assertThat(rules("2026-11-20", "model = 'claude-opus-4-8'")).isEmpty();
    ScanFinding after = find("2027-06-01", "model = 'claude-opus-4-8'").get(0);
    assertThat(after.rule()).isEqualTo(ScanRule.EARLIEST_END_PASSED);
    assertThat(after.severity()).isEqualTo(Severity.INFORMATION);
  }

  @Test
  void withoutARegistryAFineTuneIsNotChecked() {
    String code = "model = 'ft:gpt-4o-2024-08-06:acme::other'";

    assertThat(rules("2026-11-20", code))
        .containsExactly(ScanRule.DEPRECATED, ScanRule.UNCHECKED_FINE_TUNE);
    assertThat(rules(KnownFineTunes.of(Set.of()), code))
        .containsExactly(ScanRule.DEPRECATED, ScanRule.UNKNOWN_FINE_TUNE);
    assertThat(rules(KnownFineTunes.of(Set.of("ft:gpt-4o-2024-08-06:acme::other")), code))
        .containsExactly(ScanRule.DEPRECATED);
  }

  @Test
  void aFineTuneTakesItsEndFromTheRulesForFineTunes() {
    // the base went 2024-09-13, its fine-tunes stay until 2026-10-23
    assertThat(rules("2026-10-22", "model = 'ft:gpt-3.5-turbo-0613:acme::a1'"))
        .contains(ScanRule.ENDING_SOON);
    assertThat(rules("2026-10-23", "model = 'ft:gpt-3.5-turbo-0613:acme::a1'"))
        .contains(ScanRule.RETIRED);
  }

  @Test
  void aFingerprintSurvivesAMoveOfItsLine() {
    ScanFinding before = find("2026-11-20", "model = 'gpt-4-0314'").get(0);
    ScanFinding moved = find("2026-11-20", "# new\n\n    model  =  'gpt-4-0314'").get(0);
    List<ScanFinding> twice = find("2026-11-20", "model = 'gpt-4-0314'\nmodel = 'gpt-4-0314'");

    assertThat(moved.fingerprint()).isEqualTo(before.fingerprint()).hasSize(32);
    assertThat(twice.get(1).fingerprint()).isNotEqualTo(twice.get(0).fingerprint());
  }

  @Test
  void aBaselineDismissesWhatItHoldsAndCountsWhatIsGone() {
    List<ScanFinding> old = find("2026-11-20", "model = 'gpt-4-0314'\nengine = 'davinci-002'");
    Baseline baseline = Baseline.of(Baseline.lines(old));
    List<ScanFinding> now = find("2026-11-20", "model = 'gpt-4-0314'\nmodel = 'dall-e-3'");

    List<ScanFinding> known = baseline.applyTo(now);

    assertThat(known.get(0).dismissal()).contains(new Dismissal.InBaseline());
    assertThat(known.get(1).dismissal()).isEmpty();
    assertThat(baseline.countStale(now)).isEqualTo(1);
  }

  @Test
  void aBaselineOfAnotherFormIsRefusedWithItsLine() {
    assertThatThrownBy(() -> Baseline.of(List.of("# head", "", "gpt-4o")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 3 ");
  }

  @Test
  void onlyLivePlacesThatNobodyDismissedFail() {
    FailOn retired = FailOn.of(List.of("retired"));

    assertThat(find("2026-11-20", "model = 'gpt-4-0314'")).anyMatch(retired::isTriggeredBy);
    assertThat(find("2026-11-20", "# gpt-4-0314")).noneMatch(retired::isTriggeredBy);
    assertThat(find("2026-11-20", "model = 'gpt-4-0314' # plumbline:ignore gpt-4-0314 -- known"))
        .isNotEmpty()
        .noneMatch(retired::isTriggeredBy);
    assertThat(find("2026-11-20", "model = 'gpt-4o'")).noneMatch(retired::isTriggeredBy);
    assertThat(find("2026-11-20", "model = 'gpt-4o'"))
        .anyMatch(FailOn.of(List.of("alias"))::isTriggeredBy)
        .noneMatch(FailOn.of(List.of("none"))::isTriggeredBy);
  }

  @Test
  void anUnknownLevelIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> FailOn.of(List.of("bad")))
        .hasMessageContaining("retired, ending, deprecated, alias");
  }

  @Test
  void aTableOfNamesIsCutAndSaysSo() {
    String table = "model = 'gpt-4o'\n".repeat(PassageScan.MOST_MENTIONS + 1);

    FileScan scan = scan(KnownFineTunes.NOT_ASKED, "2026-11-20", table);

    assertThat(scan.isCut()).isTrue();
    assertThat(scan.mentions()).hasSize(PassageScan.MOST_MENTIONS);
  }

  @Test
  void hostileTextIsReadInTimeAndWithoutDepth() {
    String quotes = "model = " + "'a' + ".repeat(20_000) + "'gpt-4o'\n";
    String brackets = "model[" + "[]".repeat(9_000) + "] = 'gpt-4o'\n";
    String commas = "model = 'gpt-4o" + ",gpt-4o".repeat(2_500) + "'\n";
    String open = "([{".repeat(6_000) + "'gpt-4o'";

    assertThat(find("2026-11-20", quotes + brackets + commas + open)).isNotEmpty();
  }

  private static List<ScanRule> rules(String day, String code) {
    return find(day, code).stream().map(ScanFinding::rule).toList();
  }

  private static List<ScanRule> rules(KnownFineTunes known, String code) {
    return scan(known, "2026-11-20", code).findings().stream().map(ScanFinding::rule).toList();
  }

  private static List<ScanFinding> find(String day, String code) {
    return scan(KnownFineTunes.NOT_ASKED, day, code).findings();
  }

  private static FileScan scan(KnownFineTunes known, String day, String code) {
    ScanSettings settings = new ScanSettings(LocalDate.parse(day), 30, known);
    return ModelScan.bundled(settings).scan("app.py", List.of(Passage.file("app.py", code)));
  }
}
