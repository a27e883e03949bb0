package dev.plumbline.lifecycle.exit;

import dev.plumbline.lifecycle.exit.ExitStep.Phase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What has to be done in every plan, with days that follow from its schedule. */
public final class StandardSteps {

  /** Days after the end within which the last traces of a model are gone. */
  private static final int CLEAN_UP_DAYS = 7;

  private static final int RETENTION_DAYS = 30;

  private StandardSteps() {}

  /**
   * The steps of a new plan.
   *
   * @param owner of the model, who does them until somebody else is named
   */
  public static List<ExitStep> of(Schedule schedule, Optional<String> owner) {
    LocalDate over = schedule.switchDate();
    return List.of(
        before("inform-consumers", "Tell every consumer's owner", owner, schedule.after(1)),
        before("record-golden-set", "Record the golden outputs", owner, schedule.after(2)),
        before(
            "evaluate", "Compare the successor with the golden outputs", owner, schedule.after(7)),
        before("verify-rollback", "Call the model to go back to", owner, schedule.after(8)),
        before("switch-consumers", "Switch every consumer", owner, schedule.lastDay()),
        after("last-call", "Prove the last call", owner, over.plusDays(CLEAN_UP_DAYS)),
        after(
            "delete-hosting",
            "Delete deployments and hosting",
            owner,
            over.plusDays(CLEAN_UP_DAYS)),
        after("retention", "Decide what data is kept", owner, over.plusDays(RETENTION_DAYS)));
  }

  /** What a way that tunes needs besides. */
  public static ExitStep tuning(Schedule schedule, Optional<String> owner) {
    return before("tune", "Tune the successor", owner, schedule.tunedBy());
  }

  private static ExitStep before(String key, String title, Optional<String> owner, LocalDate due) {
    return new ExitStep(key, title, Phase.BEFORE_SWITCH, owner, due, new StepState.Open());
  }

  private static ExitStep after(String key, String title, Optional<String> owner, LocalDate due) {
    return new ExitStep(key, title, Phase.AFTER_SWITCH, owner, due, new StepState.Open());
  }
}
