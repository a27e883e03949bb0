package dev.plumbline.lifecycle.exit.successor;

import static dev.plumbline.lifecycle.exit.successor.CheckKind.ALIVE_LONG_ENOUGH;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.exit.successor.Successor.BaseAt;

/** Whether a successor can be called until the horizon after the switch. */
final class LifeCheck {

  private final DeprecationCalendar calendar;
  private final SwitchNeeds needs;
  private final Successor successor;

  LifeCheck(DeprecationCalendar calendar, SwitchNeeds needs, Successor successor) {
    this.calendar = calendar;
    this.needs = needs;
    this.successor = successor;
  }

  SuccessorCheck of(BaseAt base) {
    return calendar
        .lifespanOf(question(base))
        .inferenceEnd()
        .match(this::known, unknown -> SuccessorCheck.unknown(ALIVE_LONG_ENOUGH, unknown.reason()));
  }

  /** A way that tunes leads to a fine-tune, which has ends of its own. */
  private LifespanQuestion question(BaseAt base) {
    Circumstances where = successor.placement().circumstances(needs.customer());
    return successor.route().tunes()
        ? LifespanQuestion.ofFineTunes(base.provider(), base.name(), where)
        : LifespanQuestion.ofBase(base.provider(), base.name(), where);
  }

  private SuccessorCheck known(ClockEnd.Known end) {
    boolean enough = !end.end().value().isBefore(needs.neededUntil());
    boolean open = end.end().certainty() == Certainty.NOT_BEFORE;
    String evidence =
        "can be called until %s%s, needed until %s (%s)%s"
            .formatted(
                end.end().value().minusDays(1),
                open ? " or later" : "",
                needs.neededUntil().minusDays(1),
                end.end().source().name(),
                end.isDisputed() ? "; sources disagree, the earliest date counts" : "");
    if (enough) {
      return SuccessorCheck.pass(ALIVE_LONG_ENOUGH, evidence);
    }
    return open
        ? SuccessorCheck.unknown(ALIVE_LONG_ENOUGH, evidence)
        : SuccessorCheck.fail(ALIVE_LONG_ENOUGH, evidence);
  }
}
