package dev.plumbline.lifecycle.exit;

import dev.plumbline.lifecycle.change.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Says why a plan is not at its next status. */
record Blockers(ExitProgress progress, LocalDate today) {

  List<String> reasons() {
    return switch (progress.status(today)) {
      case NONE -> List.of("no plan has been started");
      case DRAFT -> progress.golden().objection(today).stream().toList();
      case GOLDEN_RECORDED -> List.of("no candidate is chosen");
      case CANDIDATE_CHOSEN -> undecided();
      case APPROVED -> notSwitched();
      case SWITCHED -> notClosed();
      case CLOSED -> List.of();
    };
  }

  private List<String> undecided() {
    List<String> reasons = new ArrayList<>();
    reasons.add(progress.decision().match(new Undecided()));
    progress.golden().objection(today).ifPresent(reasons::add);
    return reasons;
  }

  private List<String> notSwitched() {
    List<String> reasons = new ArrayList<>(progress.openSteps(ExitStep.Phase.BEFORE_SWITCH));
    reasons.add("nobody has said that everybody switched");
    return reasons;
  }

  private List<String> notClosed() {
    List<String> reasons = new ArrayList<>(progress.openSteps(ExitStep.Phase.AFTER_SWITCH));
    reasons.add("nobody has proved that the model is over");
    return reasons;
  }

  private final class Undecided implements Decision.Cases<String> {

    @Override
    public String pending() {
      return progress
          .choice()
          .map(choice -> "it waits for approval by somebody else than " + choice.by().name())
          .orElse("it waits for approval");
    }

    @Override
    public String approved(Decision.Approved approved) {
      return "approved by " + approved.by().name();
    }

    @Override
    public String refused(Decision.Refused refused) {
      return "%s refused the change: %s; choose again"
          .formatted(refused.by().name(), refused.reason());
    }

    @Override
    public String withdrawn(Decision.Withdrawn withdrawn) {
      return "%s withdrew the change: %s; choose again"
          .formatted(withdrawn.by().name(), withdrawn.reason());
    }
  }
}
