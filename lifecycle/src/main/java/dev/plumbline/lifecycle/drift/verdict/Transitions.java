package dev.plumbline.lifecycle.drift.verdict;

import dev.plumbline.lifecycle.drift.comparison.Effect;
import dev.plumbline.lifecycle.drift.verdict.DriftState.Cleared;
import dev.plumbline.lifecycle.drift.verdict.DriftState.Confirmed;
import dev.plumbline.lifecycle.drift.verdict.DriftState.Gone;
import dev.plumbline.lifecycle.drift.verdict.DriftState.Learning;
import dev.plumbline.lifecycle.drift.verdict.DriftState.NotMeasurable;
import dev.plumbline.lifecycle.drift.verdict.DriftState.Ok;
import dev.plumbline.lifecycle.drift.verdict.DriftState.ServingChange;
import dev.plumbline.lifecycle.drift.verdict.DriftState.Suspected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One cycle's evidence asked of each state. */
final class Transitions implements DriftState.Cases<DriftVerdict> {

  private static final String OUTSTANDING = "a confirmation batch is outstanding";

  private final CycleEvidence evidence;
  private final VerdictRules rules;

  Transitions(CycleEvidence evidence, VerdictRules rules) {
    this.evidence = evidence;
    this.rules = rules;
  }

  @Override
  public DriftVerdict learning(Learning state) {
    return measured(
        state,
        () ->
            evidence.measuredCycles() < rules.cyclesToLearn()
                ? quiet(
                    new Learning(evidence.measuredCycles()),
                    "%d of %d cycles measured"
                        .formatted(evidence.measuredCycles(), rules.cyclesToLearn()))
                : watched(Optional.empty()));
  }

  @Override
  public DriftVerdict ok(Ok state) {
    return measured(state, () -> watched(Optional.empty()));
  }

  @Override
  public DriftVerdict cleared(Cleared state) {
    return measured(state, () -> watched(Optional.empty()));
  }

  @Override
  public DriftVerdict servingChange(ServingChange state) {
    return measured(state, () -> watched(Optional.of(state.since())));
  }

  @Override
  public DriftVerdict suspected(Suspected state) {
    return measured(
        state,
        () -> {
          Optional<String> obstacle = evidence.obstacle();
          if (obstacle.isPresent()) {
            return suspicion(joined(state), "cannot be confirmed now: " + obstacle.get());
          }
          if (!evidence.crossed(Tier.CONFIRMS).isEmpty()) {
            return confirmedByStream();
          }
          return evidence
              .batch()
              .map(batch -> looked(joined(state).looked(Optional.empty()), batch))
              .orElseGet(() -> suspicion(joined(state), OUTSTANDING));
        });
  }

  @Override
  public DriftVerdict confirmed(Confirmed state) {
    return measured(state, () -> told(state, "waits for a person to accept or roll back", false));
  }

  @Override
  public DriftVerdict gone(Gone state) {
    return evidence.gone().isPresent() || evidence.gap().isPresent()
        ? quiet(state, evidence.gone().or(evidence::gap).orElseThrow())
        : quiet(new Learning(0), "answers again: a new baseline is needed");
  }

  @Override
  public DriftVerdict notMeasurable(NotMeasurable state) {
    return measured(state.before(), () -> state.before().after(evidence, rules));
  }

  /** What comes before any judgement: shut down, nothing measured, or the harness itself moved. */
  private DriftVerdict measured(DriftState state, Supplier<DriftVerdict> judgement) {
    if (evidence.gone().isPresent()) {
      return quiet(new Gone(evidence.at()), evidence.gone().get());
    }
    if (evidence.gap().isPresent()) {
      return evidence
          .batch()
          .map(look -> unmade(state, look))
          .orElseGet(
              () -> quiet(new NotMeasurable(evidence.gap().get(), state), evidence.gap().get()));
    }
    if (evidence.control() == Standing.CHANGED) {
      return told(state, "verdicts are suspended: " + Attribution.HARNESS.sentence(), false);
    }
    return judgement.get();
  }

  private DriftVerdict watched(Optional<Instant> servingSince) {
    boolean confirms = !evidence.crossed(Tier.CONFIRMS).isEmpty();
    Optional<String> obstacle = evidence.obstacle();
    if (confirms && obstacle.isEmpty()) {
      return confirmedByStream();
    }
    if (confirms || !evidence.crossed(Tier.SUSPECTS).isEmpty()) {
      return suspicion(
          joined(Suspected.begun(evidence.at())),
          obstacle.map(why -> "cannot be confirmed now: " + why).orElse("crossed its threshold"));
    }
    if (!evidence.crossed(Tier.SERVING).isEmpty()) {
      return told(
          new ServingChange(servingSince.orElse(evidence.at())),
          "the mixture of known backends moved; no sign of another model",
          false);
    }
    return quiet(new Ok(), "no stream has crossed its threshold");
  }

  /** The suspicion with the signals of this cycle added. */
  private Suspected joined(Suspected state) {
    List<String> signals =
        Stream.concat(
                state.signals().stream(),
                Stream.of(Tier.CONFIRMS, Tier.SUSPECTS)
                    .flatMap(tier -> evidence.crossed(tier).stream())
                    .map(SignalReading::signal))
            .distinct()
            .toList();
    return state.by(signals);
  }

  private DriftVerdict suspicion(Suspected state, String why) {
    String reason =
        Stream.of(Optional.of(why), state.check(), state.gap())
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return told(state, String.join(", ", state.signals()) + ": " + reason, false);
  }

  /** A look beside the schedule that could not be made is told, and the state stays what it was. */
  private DriftVerdict unmade(DriftState state, BatchOutcome batch) {
    String why =
        "the %s could not be made: %s"
            .formatted(batch.look().words(), batch.gap().or(evidence::gap).orElse(""));
    return state instanceof Suspected suspected
        ? suspicion(suspected.looked(Optional.of(why)), OUTSTANDING)
        : quiet(state, why);
  }

  private DriftVerdict looked(Suspected state, BatchOutcome batch) {
    if (batch.gap().isPresent()) {
      return unmade(state, batch);
    }
    return switch (batch.look()) {
      case TASKS -> suspicion(state, OUTSTANDING);
      case KERNEL_CHECK -> checked(state, batch);
      case CONFIRMATION -> judged(state, batch);
    };
  }

  /** One for each suspicion, at a level of its own: more of them would spend it again. */
  private DriftVerdict checked(Suspected state, BatchOutcome check) {
    if (state.check().isPresent() || !check.at().isAfter(state.since())) {
      return suspicion(state, "a kernel check too many does not count");
    }
    boolean differs = !check.significant(rules.confirmationAlpha()).isEmpty();
    double p = check.adjusted().stream().mapToDouble(each -> each).min().orElse(1);
    String found =
        String.format(
            Locale.ROOT,
            "the kernel check found that open answers %s, p = %.3f",
            differs ? "differ" : "do not differ",
            p);
    return suspicion(state.checked(found), OUTSTANDING);
  }

  private DriftVerdict judged(Suspected state, BatchOutcome batch) {
    if (Escalation.isEarly(state, batch.at(), rules)) {
      return suspicion(state, "the confirmation batch came too early and does not count");
    }
    if (Escalation.isSameHour(state, batch.at())) {
      return suspicion(state, "the confirmation batch ran at the same hour and does not count");
    }
    List<Effect> significant = batch.significant(rules.confirmationAlpha());
    if (!significant.isEmpty() && rules.materiality().isMaterial(significant)) {
      return told(
          new Confirmed(evidence.at(), true), "suspected, and shown again by a batch later", true);
    }
    String found = significant.isEmpty() ? "nothing significant" : "nothing material";
    int refuted = state.refuted() + 1;
    return refuted < rules.refutationsToClear()
        ? suspicion(
            state.refutedOnceMore(),
            "%s in batch %d of %d".formatted(found, refuted, rules.refutationsToClear()))
        : quiet(
            new Cleared(evidence.at()), "%s in %d confirmation batches".formatted(found, refuted));
  }

  private DriftVerdict confirmedByStream() {
    String signals =
        evidence.crossed(Tier.CONFIRMS).stream()
            .map(SignalReading::signal)
            .collect(Collectors.joining(", "));
    boolean material = rules.materiality().isMaterial(evidence.effects());
    return told(
        new Confirmed(evidence.at(), material),
        signals + (material ? ": confirmed" : ": confirmed, and too small to wake somebody"),
        material);
  }

  private DriftVerdict quiet(DriftState state, String reason) {
    return new DriftVerdict(
        state, reason, false, Attribution.NOTHING_CHANGED, Optional.empty(), evidence);
  }

  private DriftVerdict told(DriftState state, String reason, boolean page) {
    return new DriftVerdict(
        state, reason, page, Attribution.of(evidence.standings()), onset(), evidence);
  }

  /** Of the strongest crossing that has one, the confirming ones first. */
  private Optional<OnsetEstimate> onset() {
    List<SignalReading> all = new ArrayList<>(evidence.crossed(Tier.CONFIRMS));
    all.addAll(evidence.crossed(Tier.SUSPECTS));
    all.addAll(evidence.crossed(Tier.SERVING));
    return all.stream().flatMap(one -> one.onset().stream()).findFirst();
  }
}
