package dev.plumbline.lifecycle.exit.successor;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.exit.successor.Successor.BaseAt;
import java.util.List;

/** Asks every check of a successor. Each answers pass, fail or unknown; none decides. */
public final class SuccessorChecks {

  private final DeprecationCalendar calendar;
  private final SwitchNeeds needs;

  public SuccessorChecks(DeprecationCalendar calendar, SwitchNeeds needs) {
    this.calendar = requireNonNull(calendar, "calendar");
    this.needs = requireNonNull(needs, "needs");
  }

  /** In the order of {@link CheckKind}; none for stopping, where there is nothing to check. */
  public List<SuccessorCheck> of(Successor successor, StatedFacts facts) {
    return successor
        .base()
        .map(base -> ofBase(base, successor, facts))
        .orElseGet(() -> List.of(cost(facts)));
  }

  private List<SuccessorCheck> ofBase(BaseAt base, Successor successor, StatedFacts facts) {
    TuningChecks tuning = new TuningChecks(calendar, needs, successor);
    return List.of(
        tuning.tunable(base),
        new LifeCheck(calendar, needs, successor).of(base),
        new PlaceCheck(needs).of(base.provider(), successor.placement()),
        capable(facts),
        tuning.eligible(base),
        cost(facts),
        new ReplacementChain(calendar, needs, successor).check(base));
  }

  private static SuccessorCheck capable(StatedFacts facts) {
    return facts
        .capability()
        .map(
            stated ->
                stated.sufficient()
                    ? SuccessorCheck.pass(CheckKind.CAPABLE, stated.evidence())
                    : SuccessorCheck.fail(CheckKind.CAPABLE, stated.evidence()))
        .orElseGet(
            () ->
                SuccessorCheck.unknown(
                    CheckKind.CAPABLE,
                    "nobody has compared modalities, context length, tools and schema support"));
  }

  private static SuccessorCheck cost(StatedFacts facts) {
    return facts
        .monthlyDelta()
        .match(
            known ->
                SuccessorCheck.pass(
                    CheckKind.COST_KNOWN,
                    "%s a month more than today (%s)".formatted(known.amount(), known.basis())),
            unknown -> SuccessorCheck.unknown(CheckKind.COST_KNOWN, unknown.reason()));
  }
}
