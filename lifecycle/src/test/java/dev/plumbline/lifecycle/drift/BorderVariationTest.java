package dev.plumbline.lifecycle.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.lifecycle.drift.evidence.Evidence;
import dev.plumbline.lifecycle.drift.evidence.EvidenceFile;
import dev.plumbline.lifecycle.drift.evidence.EvidenceWriter;
import dev.plumbline.lifecycle.drift.evidence.Recomputation;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import dev.plumbline.lifecycle.drift.verdict.SignalReading;
import dev.plumbline.lifecycle.drift.verdict.Tier;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BorderVariationTest {

  private static final int PROMPTS = 20;

  private final SeededRandom random = new SeededRandom(23);

  /** p: .75 A, .25 B against A gives .25; q: half and half against B gives .5; mean .375. */
  @Test
  void itIsTheMeanOverPromptsOfHalfTheDifferences() {
    BorderVariation variation =
        BorderVariation.of(List.of(arm("tA"), arm("pA", "pA", "pA", "pB", "qA", "qB")))
            .orElseThrow();

    assertThat(variation.of(arm("pA", "qB")).orElseThrow()).isCloseTo(.375, within(1e-12));
    assertThat(variation.of(arm("pA", "pA", "pA", "pB", "qA", "qB")).orElseThrow()).isZero();
    assertThat(variation.of(arm("pC", "qC")).orElseThrow()).isEqualTo(1);
    assertThat(variation.of(arm("pA"))).isEmpty(); // a prompt is missing
    assertThat(BorderVariation.of(List.of(arm("tA"), arm("tA")))).isEmpty();
  }

  /** Both tokens are common: their rarity hardly changes, their shares do. */
  @Test
  void aShiftBetweenCommonTokensIsConfirmedAndFollowsFromTheEvidence() {
    Evidence evidence = evidence(.25);
    List<DriftVerdict> verdicts = evidence.verdicts();

    DriftVerdict last = verdicts.get(verdicts.size() - 1);
    assertThat(last.state().label()).isEqualTo("confirmed");
    SignalReading reading = reading(last);
    assertThat(reading.tier()).isEqualTo(Tier.CONFIRMS);
    assertThat(reading.crossed()).isTrue();
    byte[] file = EvidenceWriter.write(evidence);
    assertThat(Recomputation.of(EvidenceFile.read(new ByteArrayInputStream(file))).differences())
        .isEmpty();
  }

  @Test
  void withoutAShiftItConfirmsNothing() {
    assertThat(evidence(.7).verdicts())
        .noneMatch(verdict -> verdict.state().label().equals("confirmed"))
        .allSatisfy(verdict -> assertThat(reading(verdict).crossed()).isFalse());
  }

  private static SignalReading reading(DriftVerdict verdict) {
    return verdict.evidence().readings().stream()
        .filter(each -> each.signal().equals(BorderVariation.NAME))
        .findFirst()
        .orElseThrow();
  }

  /** A reference of 100 calls, 60 cycles at .7, and 30 at another rate. */
  private Evidence evidence(double later) {
    List<CycleObservations> baseline = new ArrayList<>(List.of(cycle(0, 100, .7)));
    for (int i = 1; i <= 20; i++) {
      baseline.add(cycle(i, 1, .7));
    }
    List<CycleObservations> cycles = new ArrayList<>();
    for (int i = 21; i <= 90; i++) {
      cycles.add(cycle(i, 1, i <= 60 ? .7 : later));
    }
    return Evidence.of(
        "0.1.0",
        new TreeMap<>(),
        MonitorSettings.usual(7, new AlphaGrant(2026, 1, .05), 1e9),
        baseline,
        cycles);
  }

  private CycleObservations cycle(int number, int times, double first) {
    List<String> tokens = new ArrayList<>();
    for (int prompt = 0; prompt < PROMPTS; prompt++) {
      for (int i = 0; i < times; i++) {
        tokens.add((char) ('a' + prompt) + (random.nextDouble() < first ? "A" : "B"));
      }
    }
    return SimulatedService.cycle(number, arm(tokens.toArray(String[]::new)));
  }

  /** Each text is a prompt of one letter with its token. */
  private static ArmObservations arm(String... tokens) {
    List<BorderToken> all = new ArrayList<>();
    for (String each : tokens) {
      all.add(new BorderToken(each.substring(0, 1), each.substring(1)));
    }
    return new ArmObservations(Arm.TARGET, "ft", List.of(), all, List.of(), new TreeMap<>());
  }
}
