package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.sequential.BorderStream;
import dev.plumbline.lifecycle.drift.sequential.OnsetMixture;
import dev.plumbline.lifecycle.drift.sequential.OnsetReading;
import dev.plumbline.lifecycle.drift.stats.EBenjaminiHochberg;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import dev.plumbline.lifecycle.drift.verdict.SignalReading;
import dev.plumbline.lifecycle.drift.verdict.Standing;
import dev.plumbline.lifecycle.drift.verdict.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All streams of one arm, from its baseline on. */
final class ArmStreams {

  static final String PASSES = "passes";
  static final String BORDER = "border tokens";
  static final String NEW_CLUSTER = "new cluster";
  static final String MIX = "cluster mix";

  private final Arm arm;
  private final String name;
  private final MonitorSettings settings;
  private final AlphaGrant grant;
  private final List<String> families;
  private final Optional<OnsetMixture> passes;
  private final Timeline passesTimeline = new Timeline();
  private final SortedMap<String, NumberStream> numbers = new TreeMap<>();
  private final Optional<BorderVariation> variation;
  private final Optional<BorderStream> border;
  private final Optional<FingerprintStreams> fingerprints;
  private Optional<OnsetReading> lastPasses = Optional.empty();

  ArmStreams(Baseline baseline, MonitorSettings settings, AlphaGrant grant) {
    this.arm = baseline.arm();
    this.name = baseline.name();
    this.settings = settings;
    this.grant = grant;
    this.families = baseline.families();
    this.passes =
        families.isEmpty()
            ? Optional.empty()
            : Optional.of(OnsetMixture.ofPasses(baseline.counts()));
    baseline.numbers().forEach((what, series) -> numbers.put(what, stream(what, series)));
    this.variation = baseline.variation();
    this.border =
        baseline.tokens().isEmpty()
            ? Optional.empty()
            : Optional.of(new BorderStream(baseline.tokens(), random(BORDER)));
    this.fingerprints = baseline.fingerprints();
  }

  private NumberStream stream(String what, List<Double> series) {
    return new NumberStream(series, random(what));
  }

  private SeededRandom random(String what) {
    return SeededRandom.of(
        settings.seed(), String.join("/", arm.name(), name, what, "" + grant.stream()));
  }

  /** Takes in one cycle and says what every stream thinks of it. */
  List<SignalReading> observe(ArmObservations now, long cycle, Instant at) {
    requireKnownFamilies(now);
    passes.ifPresent(mixture -> observePasses(mixture, now, cycle, at));
    CycleNumbers.of(now).forEach((what, number) -> observe(what, number, cycle, at));
    variation.ifPresent(
        streams ->
            streams.of(now).ifPresent(number -> observe(BorderVariation.NAME, number, cycle, at)));
    border.ifPresent(
        stream ->
            now.tokens().stream()
                .filter(token -> stream.knows(token.prompt()))
                .forEach(token -> stream.observe(token.prompt(), token.token())));
    fingerprints.ifPresent(streams -> streams.observe(now.replies(), cycle, at));
    return readings();
  }

  private void observe(String what, double number, long cycle, Instant at) {
    NumberStream stream = numbers.get(what);
    if (stream != null) {
      stream.observe(number, cycle, at);
    }
  }

  private void observePasses(OnsetMixture mixture, ArmObservations now, long cycle, Instant at) {
    long[][] counts = new long[families.size()][2];
    for (FamilyCounts one : now.families()) {
      counts[families.indexOf(one.family())] = new long[] {one.passed(), one.failed()};
    }
    passesTimeline.add(cycle, at);
    lastPasses = Optional.of(mixture.observe(counts));
  }

  private void requireKnownFamilies(ArmObservations now) {
    for (FamilyCounts one : now.families()) {
      if (!families.contains(one.family())) {
        throw new IllegalArgumentException(
            "family '%s' is not in the baseline of %s: a suite is frozen, begin a new baseline"
                .formatted(one.family(), name));
      }
    }
  }

  /** Streams with an e-value each; over them the grant is divided. */
  private int streams() {
    return Math.max(1, numbers.size() + (passes.isPresent() ? 1 : 0));
  }

  private List<SignalReading> readings() {
    List<SignalReading> readings = new ArrayList<>();
    lastPasses.ifPresent(
        last ->
            readings.add(
                reading(
                    PASSES, Tier.SUSPECTS, last, passesTimeline, List.of("bound is measured"))));
    numbers.forEach(
        (what, stream) -> stream.last().ifPresent(last -> readings.add(of(what, stream))));
    List<SignalReading> judged = judged(readings);
    border
        .filter(stream -> stream.observations() > 0)
        .ifPresent(stream -> judged.add(ofBorder(stream)));
    fingerprints.ifPresent(streams -> judged.addAll(ofFingerprints(streams)));
    return judged;
  }

  private SignalReading of(String what, NumberStream stream) {
    boolean label = stream.isAutocorrelated();
    return reading(
        what,
        label ? Tier.SUSPECTS : Tier.CONFIRMS,
        stream.last().orElseThrow(),
        stream.timeline(),
        label ? List.of("autocorrelated: no bound holds, widen the cycles") : List.of());
  }

  private SignalReading reading(
      String what, Tier tier, OnsetReading last, Timeline timeline, List<String> notes) {
    double threshold = EBenjaminiHochberg.logThreshold(streams(), grant.alpha(), 1);
    return new SignalReading(
        arm,
        name,
        what,
        tier,
        last.logEvidence(),
        threshold,
        false,
        Optional.of(timeline.onset(last)),
        notes);
  }

  /**
   * e-BH within each tier: a measured bound that breaks must not lower what the proven ones have to
   * reach.
   */
  private List<SignalReading> judged(List<SignalReading> readings) {
    List<SignalReading> judged = new ArrayList<>();
    for (Tier tier : List.of(Tier.CONFIRMS, Tier.SUSPECTS)) {
      List<SignalReading> of = readings.stream().filter(one -> one.tier() == tier).toList();
      boolean[] rejected =
          EBenjaminiHochberg.rejected(
              of.stream().mapToDouble(SignalReading::logStatistic).toArray(),
              streams(),
              grant.alpha());
      for (int i = 0; i < rejected.length; i++) {
        judged.add(of.get(i).judged(rejected[i]));
      }
    }
    return judged;
  }

  private SignalReading ofBorder(BorderStream stream) {
    double threshold = StrictMath.log(settings.borderThreshold());
    return new SignalReading(
        arm,
        name,
        BORDER,
        Tier.SUSPECTS,
        stream.logStatistic(),
        threshold,
        stream.logStatistic() >= threshold,
        Optional.empty(),
        List.of());
  }

  private List<SignalReading> ofFingerprints(FingerprintStreams streams) {
    List<SignalReading> readings = new ArrayList<>();
    readings.add(
        new SignalReading(
            arm,
            name,
            NEW_CLUSTER,
            Tier.SUSPECTS,
            streams.newCluster().isPresent() ? 1 : 0,
            1,
            streams.newCluster().isPresent(),
            Optional.empty(),
            streams.isArmed() ? List.of() : List.of("not armed: many clusters were seen once")));
    double threshold = -StrictMath.log(settings.mixAlpha());
    streams
        .mix()
        .ifPresent(
            last ->
                readings.add(
                    new SignalReading(
                        arm,
                        name,
                        MIX,
                        Tier.SERVING,
                        last.logEvidence(),
                        threshold,
                        last.reaches(threshold),
                        Optional.of(streams.timeline().onset(last)),
                        List.of("bound is measured"))));
    return readings;
  }

  /** The mixture as it is becomes the reference, once it has been told. */
  void acceptMix() {
    fingerprints.ifPresent(FingerprintStreams::restart);
  }

  static Standing standing(List<SignalReading> readings) {
    boolean changed =
        readings.stream().anyMatch(one -> one.crossed() && one.tier() != Tier.SERVING);
    return changed ? Standing.CHANGED : Standing.QUIET;
  }
}
