package dev.plumbline.lifecycle.drift.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.sequential.OnsetMixture;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Instant START = Instant.parse("2026-08-01T00:00:00Z");

  @Test
  void aReplyJoinsTheFirstClusterWithinATenthOfANat() {
    LeaderClusters clusters = new LeaderClusters(List.of(reply(-.1), reply(-.5)));

    assertThat(clusters.assign(reply(-.1))).isZero();
    // two tokens, one of them .18 off: .09 on average
    assertThat(clusters.assign(reply(-.28))).isZero();
    assertThat(clusters.assign(reply(-.5))).isEqualTo(1);
    assertThat(clusters.size()).isEqualTo(2);
    assertThatThrownBy(() -> new LeaderClusters(List.of())).hasMessageContaining("without replies");
  }

  @Test
  void theSecondHitOfANewClusterIsASignal() {
    NovelCluster novel = learned(200);

    assertThat(novel.observe(9, day(60))).isEmpty();
    assertThat(novel.observe(0, day(60))).isEmpty();
    assertThat(novel.observe(9, day(61))).hasValue(9);
    novel.restart();
    assertThat(novel.observe(9, day(62))).isEmpty();
  }

  @Test
  void aClusterThatComesBackAfterAMonthIsNew() {
    NovelCluster novel = learned(200);

    assertThat(novel.observe(1, day(2))).isEmpty();
    assertThat(novel.observe(1, day(40))).isEmpty();
    assertThat(novel.observe(1, day(41))).hasValue(1);
    assertThat(novel.observe(1, day(71))).isEmpty();
  }

  @Test
  void manyClustersSeenOnceDisarm() {
    NovelCluster novel = learned(40);

    assertThat(novel.isArmed()).isTrue();
    novel.observe(8, day(60));
    assertThat(novel.isArmed()).isFalse(); // 1 of 41 is more than 2 %
    assertThat(novel.observe(8, day(60))).isEmpty();
  }

  @Test
  void theMixOfTwoWeeksIsTested() {
    List<Integer> before = new ArrayList<>();
    List<Integer> same = new ArrayList<>();
    List<Integer> other = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      before.add(i % 3);
      same.add((i + 1) % 3);
      other.add(i % 2);
    }
    assertThat(MixTest.of(before, same, 199, 1).p()).isGreaterThan(.5);
    assertThat(MixTest.of(before, other, 199, 1).p()).isEqualTo(1 / 200.0);
    assertThat(MixTest.of(before, other, 199, 1)).isEqualTo(MixTest.of(before, other, 199, 1));
    assertThatThrownBy(() -> MixTest.of(before, List.of(), 199, 1)).hasMessageContaining("0 now");
  }

  @Test
  void aMixtureThatMovesIsSeenAndAStableOneIsNot() {
    assertThat(most(.2)).isLessThan(Math.log(100));
    assertThat(most(.7)).isGreaterThan(Math.log(100));
  }

  /** Largest evidence in 300 calls; a share of them falls into the first of five clusters. */
  private static double most(double first) {
    OnsetMixture mix = OnsetMixture.ofClusters(new long[] {20, 20, 20, 20, 20});
    SeededRandom random = new SeededRandom(4);
    double most = 0;
    for (int i = 0; i < 300; i++) {
      long[] hit = new long[5];
      hit[random.nextDouble() < first ? 0 : 1 + random.nextInt(4)] = 1;
      most = Math.max(most, mix.observe(new long[][] {hit}).logEvidence());
    }
    return most;
  }

  private static NovelCluster learned(int calls) {
    NovelCluster novel = new NovelCluster();
    for (int i = 0; i < calls; i++) {
      novel.learn(i % 4, day(0));
    }
    return novel;
  }

  private static LogProbabilities reply(double first) {
    return LogProbabilities.of(Map.of("Hello", first, "Hi", -2.0));
  }

  private static Instant day(int number) {
    return START.plus(Duration.ofDays(number));
  }
}
