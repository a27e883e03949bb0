package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import dev.plumbline.lifecycle.drift.verdict.BatchOutcome;
import dev.plumbline.lifecycle.drift.verdict.CycleEvidence;
import dev.plumbline.lifecycle.drift.verdict.DriftState;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import dev.plumbline.lifecycle.drift.verdict.FactChange;
import dev.plumbline.lifecycle.drift.verdict.Movement;
import dev.plumbline.lifecycle.drift.verdict.OnsetEstimate;
import dev.plumbline.lifecycle.drift.verdict.SignalReading;
import dev.plumbline.lifecycle.drift.verdict.Standing;
import dev.plumbline.lifecycle.drift.verdict.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Watches one target from its baseline to the decision of a person: cycles go in, verdicts come
 * out. The same settings, baseline and cycles always give the same verdicts, so state need not be
 * stored: feed the stored cycles again (a year of daily cycles takes milliseconds).
 *
 * <p>Bounds: what {@link dev.plumbline.lifecycle.drift.sequential.CycleMartingale} proves holds for
 * pages of the confirmed tier at the grant's alpha, over all streams of the target by e-BH, for as
 * long as it runs, if cycles are exchangeable. A page through suspicion and batch has in addition
 * the level of the batch for each suspicion; how often a stable model is suspected is measured, not
 * proven. After {@code CONFIRMED} the next monitor begins with {@link AlphaGrant#next()}.
 *
 * <p>Not for use by several threads.
 */
public final class DriftMonitor {

  private final MonitorSettings settings;
  private final List<CycleObservations> measured;
  private final SortedMap<String, String> configuration;
  private final SortedMap<String, String> facts;
  private final Map<String, ArmStreams> streams = new LinkedHashMap<>();
  private final Map<String, List<SignalReading>> lastReadings = new LinkedHashMap<>();
  private AlphaGrant grant;
  private DriftState state = new DriftState.Learning(0);

  /**
   * A monitor that has not seen a cycle after its baseline.
   *
   * @param baseline cycles of a time when all was well; every arm that is to be judged is in one of
   *     them, and the target in at least one
   */
  public DriftMonitor(MonitorSettings settings, List<CycleObservations> baseline) {
    this.settings = settings;
    this.grant = settings.grant();
    this.measured = new ArrayList<>(baseline.stream().filter(DriftMonitor::isMeasured).toList());
    if (measured.isEmpty()) {
      throw new IllegalArgumentException("a monitor needs a baseline cycle of the target");
    }
    CycleObservations latest = measured.get(measured.size() - 1);
    SortedMap<String, String> asked = new TreeMap<>();
    measured.forEach(cycle -> asked.putAll(cycle.configuration()));
    this.configuration = asked;
    this.facts = latest.facts();
    measured.stream()
        .flatMap(cycle -> cycle.arms().stream())
        .forEach(arm -> streams.computeIfAbsent(key(arm), none -> newStreams(arm)));
  }

  private static boolean isMeasured(CycleObservations cycle) {
    return cycle.gap().isEmpty() && cycle.gone().isEmpty() && cycle.target().isPresent();
  }

  private static String key(ArmObservations arm) {
    return arm.arm() + "/" + arm.name();
  }

  private ArmStreams newStreams(ArmObservations arm) {
    return new ArmStreams(new Baseline(measured, arm.arm(), arm.name()), settings, grant);
  }

  /** The state after the last cycle. */
  public DriftState state() {
    return state;
  }

  /** What the streams of the target may spend at present. */
  public AlphaGrant grant() {
    return grant;
  }

  /** Takes in the next cycle. */
  public DriftVerdict observe(CycleObservations cycle) {
    Optional<String> gap = gap(cycle);
    if (gap.isEmpty() && cycle.gone().isEmpty()) {
      measured.add(cycle);
      for (ArmObservations arm : cycle.arms()) {
        ArmStreams known = streams.get(key(arm));
        if (known != null) {
          lastReadings.put(key(arm), known.observe(arm, cycle.number(), cycle.at()));
        }
      }
    }
    DriftVerdict verdict = state.after(evidence(cycle, gap), settings.rules());
    state = verdict.state();
    prepareNext(cycle);
    return verdict;
  }

  private static Optional<String> gap(CycleObservations cycle) {
    boolean silent = cycle.gone().isEmpty() && cycle.target().isEmpty();
    return cycle
        .gap()
        .or(() -> silent ? Optional.of("the target was not measured") : Optional.empty());
  }

  /** A suspicion that was refuted, and a mixture that has been told, begin anew. */
  private void prepareNext(CycleObservations cycle) {
    if (state instanceof DriftState.Cleared) {
      grant = grant.next();
      cycle.target().ifPresent(target -> streams.put(key(target), newStreams(target)));
    }
    if (state instanceof DriftState.ServingChange serving
        && !cycle.at().isBefore(serving.since().plus(settings.rules().servingDigest()))) {
      cycle
          .target()
          .flatMap(target -> Optional.ofNullable(streams.get(key(target))))
          .ifPresent(ArmStreams::acceptMix);
    }
  }

  private CycleEvidence evidence(CycleObservations cycle, Optional<String> gap) {
    List<SignalReading> readings =
        gap.isPresent() || cycle.gone().isPresent() ? List.of() : readings(cycle);
    return new CycleEvidence(
        cycle.number(),
        cycle.at(),
        measured.size(),
        gap,
        cycle.gone(),
        readings,
        standings(cycle, readings),
        movements(readings),
        cycle
            .batch()
            .map(batch -> BatchOutcome.of(batch.look(), batch.at(), batch.tests(), batch.gap())),
        gap.isPresent() || cycle.gone().isPresent()
            ? List.of()
            : differing(configuration, cycle.configuration()).stream()
                .map(FactChange::name)
                .toList(),
        differing(facts, cycle.facts()));
  }

  private List<SignalReading> readings(CycleObservations cycle) {
    return cycle.arms().stream()
        .flatMap(arm -> lastReadings.getOrDefault(key(arm), List.of()).stream())
        .toList();
  }

  /** Arms of the baseline that this cycle lacks are not measured; others were never set up. */
  private Map<Arm, Standing> standings(CycleObservations cycle, List<SignalReading> readings) {
    Map<Arm, List<Standing>> all = new EnumMap<>(Arm.class);
    for (ArmObservations arm : cycle.arms()) {
      if (streams.containsKey(key(arm))) {
        all.computeIfAbsent(arm.arm(), none -> new ArrayList<>())
            .add(ArmStreams.standing(of(arm, readings)));
      }
    }
    Map<Arm, Standing> standings = new EnumMap<>(Arm.class);
    for (String key : streams.keySet()) {
      Arm arm = Arm.valueOf(key.substring(0, key.indexOf('/')));
      standings.put(arm, joined(all.getOrDefault(arm, List.of())));
    }
    return standings;
  }

  private static List<SignalReading> of(ArmObservations arm, List<SignalReading> readings) {
    return readings.stream()
        .filter(one -> one.arm() == arm.arm() && one.armName().equals(arm.name()))
        .toList();
  }

  private static Standing joined(List<Standing> several) {
    if (several.isEmpty()) {
      return Standing.NOT_MEASURED;
    }
    return several.stream().distinct().count() == 1 ? several.get(0) : Standing.DIVIDED;
  }

  private List<Movement> movements(List<SignalReading> readings) {
    return readings.stream()
        .filter(one -> one.arm() == Arm.TARGET && one.crossed() && one.tier() != Tier.SERVING)
        .sorted(Comparator.comparing(SignalReading::tier).reversed())
        .flatMap(one -> one.onset().stream())
        .map(OnsetEstimate::cycle)
        .findFirst()
        .map(onset -> Movements.at(measured, onset))
        .orElse(List.of());
  }

  /** Only what the baseline names is compared. */
  private static List<FactChange> differing(
      SortedMap<String, String> before, SortedMap<String, String> now) {
    List<FactChange> changes = new ArrayList<>();
    for (String name : new TreeSet<>(before.keySet())) {
      Optional<String> old = Optional.ofNullable(before.get(name));
      Optional<String> young = Optional.ofNullable(now.get(name));
      if (young.isPresent() && !Objects.equals(old, young)) {
        changes.add(new FactChange(name, old, young));
      }
    }
    return changes;
  }
}
