package dev.plumbline.lifecycle.drift.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lifecycle.drift.ArmObservations;
import dev.plumbline.lifecycle.drift.Batch;
import dev.plumbline.lifecycle.drift.BorderToken;
import dev.plumbline.lifecycle.drift.CycleMeasure;
import dev.plumbline.lifecycle.drift.CycleObservations;
import dev.plumbline.lifecycle.drift.FamilyCounts;
import dev.plumbline.lifecycle.drift.MonitorSettings;
import dev.plumbline.lifecycle.drift.comparison.FisherTest;
import dev.plumbline.lifecycle.drift.comparison.KernelTest;
import dev.plumbline.lifecycle.drift.comparison.LogProbabilityTest;
import dev.plumbline.lifecycle.drift.comparison.McNemarTest;
import dev.plumbline.lifecycle.drift.comparison.Measure;
import dev.plumbline.lifecycle.drift.comparison.PairedValues;
import dev.plumbline.lifecycle.drift.comparison.Permutations;
import dev.plumbline.lifecycle.drift.comparison.PromptSamples;
import dev.plumbline.lifecycle.drift.comparison.SignedRankTest;
import dev.plumbline.lifecycle.drift.comparison.TwoProportionTest;
import dev.plumbline.lifecycle.drift.evidence.Recomputation.Difference;
import dev.plumbline.lifecycle.drift.impact.MoneyFigures;
import dev.plumbline.lifecycle.drift.impact.PromptTokens;
import dev.plumbline.lifecycle.drift.impact.TokenPrice;
import dev.plumbline.lifecycle.drift.impact.Traffic;
import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.responses.Symbols;
import dev.plumbline.lifecycle.drift.stats.Rate;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import dev.plumbline.lifecycle.drift.verdict.Look;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvidenceFileTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private final SeededRandom random = new SeededRandom(17);

  @Test
  void theSameEvidenceIsTheSameFileToTheByte() {
    Evidence evidence = evidence();
    assertThat(EvidenceWriter.write(evidence)).isEqualTo(EvidenceWriter.write(evidence));
  }

  @Test
  void aFileIsReadAsItWasWritten() {
    Evidence evidence = evidence();
    EvidenceFile file = read(EvidenceWriter.write(evidence));

    assertThat(file.evidence()).isEqualTo(evidence);
    assertThat(EvidenceWriter.write(file.evidence())).isEqualTo(EvidenceWriter.write(evidence));
  }

  @Test
  void theVerdictsFollowFromTheFileAlone() {
    Evidence evidence = evidence();
    Recomputation again = Recomputation.of(read(EvidenceWriter.write(evidence)));

    assertThat(again.differences()).isEmpty();
    assertThat(again.verdicts()).isEqualTo(evidence.verdicts());
    assertThat(again.verdicts().stream().map(verdict -> verdict.state().label()))
        .contains("learning", "suspected", "confirmed", "not_measurable");
  }

  @Test
  void aVerdictThatWasTouchedUpIsFound() {
    String text = new String(EvidenceWriter.write(evidence()), UTF_8);
    String forged = text.replaceFirst("\"state\" : \"confirmed\"", "\"state\" : \"ok\"");

    assertThat(Recomputation.of(read(forged.getBytes(UTF_8))).differences())
        .anySatisfy(
            difference -> {
              assertThat(difference.where()).endsWith(".state");
              assertThat(difference.stated()).isEqualTo("ok");
              assertThat(difference.recomputed()).isEqualTo("confirmed");
            });
  }

  @Test
  void anObservationThatWasTouchedUpIsFound() {
    String text = new String(EvidenceWriter.write(evidence()), UTF_8);
    String forged =
        text.replaceFirst("\\[ \"arithmetic\", 3?\\d, \\d+ ]", "[ \"arithmetic\", 0, 40 ]");

    assertThat(forged).isNotEqualTo(text);
    assertThat(Recomputation.of(read(forged.getBytes(UTF_8))).differences())
        .extracting(Difference::where)
        .anyMatch(where -> where.contains("log_statistic"))
        .contains("sha256");
  }

  @Test
  void contextThatWasTouchedUpIsFound() {
    String text = new String(EvidenceWriter.write(evidence()), UTF_8);
    String forged = text.replace("120.50", "12.50");

    assertThat(Recomputation.of(read(forged.getBytes(UTF_8))).differences())
        .extracting(Difference::where)
        .containsExactly("sha256");
  }

  @Test
  void moneyFollowsFromItsFiguresAndATouchedUpAmountIsFound() {
    Evidence evidence = evidence().with(figures());
    byte[] bytes = EvidenceWriter.write(evidence);

    assertThat(read(bytes).evidence()).isEqualTo(evidence);
    Recomputation again = Recomputation.of(read(bytes));
    assertThat(again.differences()).isEmpty();
    assertThat(again.impact().orElseThrow().month().orElseThrow().change().toPlainString())
        .isEqualTo("150");
    assertThat(MoneyParts.read(MoneyParts.text(figures()))).isEqualTo(figures());

    String forged = new String(bytes, UTF_8).replace("\"change\" : \"150\"", "\"change\" : \"15\"");
    assertThat(Recomputation.of(read(forged.getBytes(UTF_8))).differences())
        .contains(new Difference("money_impact.month.change", "15", "150"));
    String longer = new String(bytes, UTF_8).replace("200, 220 ]", "200, 320 ]");
    assertThat(longer).isNotEqualTo(new String(bytes, UTF_8));
    assertThat(Recomputation.of(read(longer.getBytes(UTF_8))).differences())
        .extracting(Difference::where)
        .contains("money_impact.month.change", "sha256");
  }

  private static MoneyFigures figures() {
    return new MoneyFigures(
        "gpt-4o",
        START,
        Optional.of(new Traffic(1_000_000, Optional.empty(), Optional.empty())),
        List.of(
            new PromptTokens(
                "a", new PromptTokens.Sums(20, 2000, 2000), new PromptTokens.Sums(2, 200, 220))),
        new TokenPrice.Known(
            Currency.getInstance("USD"),
            new BigDecimal("3.75"),
            new BigDecimal("15"),
            List.of("row"),
            "2026-11-20-3f",
            List.of()));
  }

  @Test
  void whatCannotBeReadIsToldWithItsPlace() {
    String text = new String(EvidenceWriter.write(evidence()), UTF_8);

    assertThatThrownBy(() -> read("{".getBytes(UTF_8))).hasMessageContaining("line 1");
    assertThatThrownBy(() -> read("[]".getBytes(UTF_8))).hasMessageContaining("must be an object");
    assertThatThrownBy(() -> read(text.replace("evidence/1", "evidence/9").getBytes(UTF_8)))
        .hasMessageContaining("format: 'plumbline-drift-evidence/9' cannot be read");
    assertThatThrownBy(
            () -> read(text.replaceFirst("\"seed\" : 7", "\"seed\" : \"7\"").getBytes(UTF_8)))
        .hasMessageContaining("settings.seed: must be a whole number");
    assertThatThrownBy(
            () ->
                read(text.replaceFirst("\"arm\" : \"target\"", "\"arm\" : \"x\"").getBytes(UTF_8)))
        .hasMessageMatching("line \\d+, baseline\\[0]\\.arms\\[0]\\.arm: 'x' is not known here");
    assertThatThrownBy(() -> read(text.replaceFirst("\"gap\"", "\"gab\"").getBytes(UTF_8)))
        .hasMessageContaining("unknown field 'gab'");
    assertThatThrownBy(() -> read((text + "1").getBytes(UTF_8)))
        .hasMessageContaining("something follows");
  }

  private static EvidenceFile read(byte[] bytes) {
    return EvidenceFile.read(new ByteArrayInputStream(bytes));
  }

  private Evidence evidence() {
    List<CycleObservations> baseline = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      baseline.add(cycle(i, .05));
    }
    List<CycleObservations> cycles = new ArrayList<>();
    cycles.add(cycle(18, .05));
    cycles.add(cycle(19, .05));
    cycles.add(CycleObservations.gap(20, at(20), "no answer: HTTP 503"));
    cycles.add(cycle(21, .5));
    cycles.add(
        CycleObservations.gap(22, at(22), "no money")
            .with(Batch.gap(Look.KERNEL_CHECK, at(22), "no money")));
    cycles.add(cycle(23, .5).with(batch(23)));
    return Evidence.of(
            "0.1.0",
            new TreeMap<>(Map.of("target", "ft:gpt-4o:acme::x", "sdk", "4.6.1")),
            MonitorSettings.usual(7, new AlphaGrant(2026, 1, .05), 1e5),
            baseline,
            cycles)
        .with(
            new TreeMap<>(Map.of("money_per_month", "120.50 USD")),
            List.of(new Example("arithmetic", "1+1", "2", "drei \uD83D\uDE00 \"3\"\n")));
  }

  private CycleObservations cycle(int number, double failureRate) {
    long failed = 0;
    for (int i = 0; i < 40; i++) {
      failed += random.nextDouble() < failureRate ? 1 : 0;
    }
    List<BorderToken> tokens = new ArrayList<>();
    List<LogProbabilities> replies = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      tokens.add(new BorderToken("p" + i, random.nextDouble() < .9 ? "A" : "B"));
      replies.add(LogProbabilities.of(Map.of("Hello", -.2 - .3 * random.nextInt(3), "Hi", -1.5)));
    }
    ArmObservations target =
        new ArmObservations(
            Arm.TARGET,
            "ft:gpt-4o:acme::x",
            List.of(new FamilyCounts("arithmetic", 40 - failed, failed)),
            tokens,
            replies,
            new TreeMap<>(Map.of(CycleMeasure.LENGTH, 100 + random.nextDouble())));
    return new CycleObservations(
        number,
        at(number),
        Optional.empty(),
        Optional.empty(),
        List.of(target),
        new TreeMap<>(Map.of("prompt_hash", "ab12")),
        new TreeMap<>(Map.of("resolved_model", "gpt-4o-2024-08-06")),
        Optional.empty());
  }

  private static Batch batch(int number) {
    LogProbabilities reply = LogProbabilities.of(Map.of("A", -.5, "B", -1.0));
    PromptSamples samples =
        new PromptSamples(
            "x",
            List.of(Symbols.ofText("one"), Symbols.ofText("two")),
            List.of(Symbols.ofText("three"), Symbols.ofText("f\u00fcnf")));
    Permutations permutations = new Permutations(99, 3, true);
    return Batch.of(
        Look.CONFIRMATION,
        at(number).plus(Duration.ofHours(7)),
        List.of(
            new McNemarTest(90, 3, 200),
            new FisherTest(new Rate(190, 200), new Rate(100, 200)),
            new TwoProportionTest(new Rate(190, 200), new Rate(100, 200)),
            new SignedRankTest(
                new PairedValues(Measure.LENGTH, List.of(1.5, 2.0, 3.25), List.of(2.0, 2.5, 3.0))),
            KernelTest.of(List.of(samples), permutations),
            new LogProbabilityTest(List.of(reply, reply), List.of(reply, reply), permutations)));
  }

  private static Instant at(int number) {
    return START.plus(Duration.ofDays(number));
  }
}
