package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.change.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has happened in a plan so far. The status is never stored: it follows from what happened.
 *
 * @param started whether there is a plan at all
 * @param decision about the change to the chosen candidate
 * @param steps all of the plan
 */
public record ExitProgress(
    boolean started,
    GoldenSet golden,
    Optional<Choice> choice,
    Decision decision,
    Optional<SwitchRecord> switched,
    Optional<Closure> closure,
    List<ExitStep> steps) {

  public ExitProgress {
    requireNonNull(golden, "golden");
    requireNonNull(choice, "choice");
    requireNonNull(decision, "decision");
    requireNonNull(switched, "switched");
    requireNonNull(closure, "closure");
    steps = List.copyOf(steps);
  }

  /** A model for which nobody has begun a plan. */
  public static ExitProgress none() {
    return new ExitProgress(
        false,
        new GoldenSet.None(),
        Optional.empty(),
        new Decision.Pending(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  public static ExitProgress draft(List<ExitStep> steps) {
    return new ExitProgress(
        true,
        new GoldenSet.None(),
        Optional.empty(),
        new Decision.Pending(),
        Optional.empty(),
        Optional.empty(),
        steps);
  }

  /**
   * How far the plan is.
   *
   * @param today decides whether a waiver still holds
   */
  public ExitStatus status(LocalDate today) {
    if (closure.isPresent()) {
      return ExitStatus.CLOSED;
    }
    if (switched.isPresent()) {
      return ExitStatus.SWITCHED;
    }
    if (decision instanceof Decision.Approved) {
      return ExitStatus.APPROVED;
    }
    if (choice.isPresent()) {
      return ExitStatus.CANDIDATE_CHOSEN;
    }
    if (!started) {
      return ExitStatus.NONE;
    }
    return golden.objection(today).isEmpty() ? ExitStatus.GOLDEN_RECORDED : ExitStatus.DRAFT;
  }

  /** Why the plan is not further, each reason in a sentence; empty when it is closed. */
  public List<String> blockedBy(LocalDate today) {
    return new Blockers(this, today).reasons();
  }

  /** Records, completes or waives the golden outputs. */
  public Move record(GoldenSet other, LocalDate today) {
    List<String> reasons = new ArrayList<>();
    if (!started) {
      reasons.add("no plan has been started");
    }
    if (switched.isPresent()) {
      reasons.add("the plan has switched, and golden outputs come before");
    }
    boolean worse = golden.objection(today).isEmpty() && other.objection(today).isPresent();
    if (worse && choice.isPresent()) {
      reasons.add("a candidate was chosen by the complete set, which a lesser cannot replace");
    }
    return made(
        reasons, new ExitProgress(started, other, choice, decision, switched, closure, steps));
  }

  /** Chooses a candidate; a choice before is replaced and has to be decided anew. */
  public Move choose(Choice wanted, LocalDate today) {
    List<String> reasons = new ArrayList<>();
    if (!started) {
      reasons.add("no plan has been started");
    }
    golden.objection(today).ifPresent(reasons::add);
    if (decision instanceof Decision.Approved) {
      reasons.add("the change to the chosen candidate is approved; withdraw it first");
    }
    return made(
        reasons,
        new ExitProgress(
            started,
            golden,
            Optional.of(wanted),
            new Decision.Pending(),
            switched,
            closure,
            steps));
  }

  /** Takes over what was decided about the change. */
  public Move decide(Decision other) {
    List<String> reasons = new ArrayList<>();
    if (choice.isEmpty()) {
      reasons.add("no candidate is chosen");
    }
    if (switched.isPresent()) {
      reasons.add("the plan has switched");
    }
    return made(
        reasons, new ExitProgress(started, golden, choice, other, switched, closure, steps));
  }

  /** Notes that people have switched. */
  public Move switchOver(SwitchRecord done, LocalDate today) {
    List<String> reasons = new ArrayList<>();
    if (switched.isPresent()) {
      reasons.add("the plan has switched already");
    }
    if (!(decision instanceof Decision.Approved)) {
      reasons.add("the change is not approved");
    }
    if (done.on().isAfter(today)) {
      reasons.add("%s is still to come".formatted(done.on()));
    }
    reasons.addAll(openSteps(ExitStep.Phase.BEFORE_SWITCH));
    return made(
        reasons,
        new ExitProgress(started, golden, choice, decision, Optional.of(done), closure, steps));
  }

  /** Notes that the model is over; every proof must be there. */
  public Move close(Closure proof) {
    List<String> reasons = new ArrayList<>();
    if (switched.isEmpty()) {
      reasons.add("the plan has not switched");
    }
    if (closure.isPresent()) {
      reasons.add("the plan is closed already");
    }
    reasons.addAll(proof.gaps());
    reasons.addAll(openSteps(ExitStep.Phase.AFTER_SWITCH));
    return made(
        reasons,
        new ExitProgress(started, golden, choice, decision, switched, Optional.of(proof), steps));
  }

  List<String> openSteps(ExitStep.Phase phase) {
    return steps.stream()
        .filter(step -> step.phase() == phase && step.state().isOpen())
        .map(step -> "the step \"%s\" is open".formatted(step.title()))
        .toList();
  }

  private static Move made(List<String> reasons, ExitProgress after) {
    return reasons.isEmpty() ? new Move.Made(after) : new Move.Blocked(reasons);
  }
}
