package dev.plumbline.api.exitplans;

import dev.plumbline.api.changes.Given;
import dev.plumbline.api.changes.People;
import dev.plumbline.api.exitplans.PlanDocument.StoredStep;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.lifecycle.exit.ExitStep;
import dev.plumbline.lifecycle.exit.Schedule;
import dev.plumbline.lifecycle.exit.StandardSteps;
import dev.plumbline.lifecycle.exit.StepState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps in a plan's document. */
final class Steps {

  private static final int MOST = 100;
  private static final String TUNING = "tune";

  private Steps() {}

  /** The same steps; those that are open and standard get the days of the new schedule. */
  static List<StoredStep> rescheduled(
      List<StoredStep> steps, Schedule schedule, Optional<String> owner) {
    List<ExitStep> standard = new ArrayList<>(StandardSteps.of(schedule, owner));
    standard.add(StandardSteps.tuning(schedule, owner));
    Map<String, LocalDate> due =
        standard.stream().collect(Collectors.toMap(ExitStep::key, ExitStep::due));
    return steps.stream()
        .map(Progress::step)
        .map(
            step ->
                step.state().isOpen()
                    ? new ExitStep(
                        step.key(),
                        step.title(),
                        step.phase(),
                        step.owner(),
                        due.getOrDefault(step.key(), step.due()),
                        step.state())
                    : step)
        .map(Progress::stored)
        .toList();
  }

  /** A way that tunes has one step more. */
  static PlanDocument withTuning(PlanDocument document, Schedule schedule, Optional<String> owner) {
    if (document.steps().stream().anyMatch(step -> step.key().equals(TUNING))) {
      return document;
    }
    return with(document, StandardSteps.tuning(schedule, owner));
  }

  private static PlanDocument with(PlanDocument document, ExitStep step) {
    List<StoredStep> all = new ArrayList<>(document.steps());
    all.add(Progress.stored(step));
    return document.withSteps(all);
  }

  static PlanDocument added(PlanDocument document, StepRequest request, LocalDate today) {
    if (document.steps().size() >= MOST) {
      throw ExitPlans.conflict("a plan has at most 100 steps", "join some");
    }
    ExitStep step =
        new ExitStep(
            "s" + (document.steps().size() + 1),
            Given.name("title", request.title()),
            Boolean.FALSE.equals(request.beforeSwitch())
                ? ExitStep.Phase.AFTER_SWITCH
                : ExitStep.Phase.BEFORE_SWITCH,
            Given.nameIfAny("owner", request.owner()),
            Optional.ofNullable(request.due())
                .orElseThrow(() -> Input.refused("due", "a day such as 2026-12-10 is needed")),
            new StepState.Open());
    return with(document, step);
  }

  static PlanDocument worked(
      Caller caller, PlanDocument document, String key, StepRequest request, Instant now) {
    ExitStep step =
        document.steps().stream()
            .filter(each -> each.key().equals(key))
            .findFirst()
            .map(Progress::step)
            .orElseThrow(
                () -> Problem.of(ErrorCode.NOT_FOUND, "no such step in the plan").asException());
    StoredStep after = Progress.stored(new StepWork(caller, step, request, now).after());
    return document.withSteps(
        document.steps().stream().map(each -> each.key().equals(key) ? after : each).toList());
  }

  /** What a request makes of a step. */
  private record StepWork(Caller caller, ExitStep step, StepRequest request, Instant now) {

    ExitStep after() {
      return switch (request.checkedAction()) {
        case DONE -> step.in(open().done(People.named(caller), now, note()));
        case SKIP ->
            step.in(open().skipped(People.named(caller), now, Given.text("note", request.note())));
        case SIGN_OFF -> step.in(signedOff());
        case REOPEN -> step.in(new StepState.Open());
        case ASSIGN -> assigned();
      };
    }

    private String note() {
      return Given.textIfAny("note", request.note()).orElse("");
    }

    private StepState.Open open() {
      if (step.state() instanceof StepState.Open open) {
        return open;
      }
      throw ExitPlans.conflict("the step is not open", "reopen it first");
    }

    private StepState signedOff() {
      if (!(step.state() instanceof StepState.Done done)) {
        throw ExitPlans.conflict("only a step that is done is signed off", "do it first");
      }
      try {
        return done.signedOff(People.person(caller), now);
      } catch (IllegalArgumentException e) {
        throw ExitPlans.conflict(String.valueOf(e.getMessage()), "ask somebody else");
      }
    }

    private ExitStep assigned() {
      return new ExitStep(
          step.key(),
          step.title(),
          step.phase(),
          Given.nameIfAny("owner", request.owner()).or(step::owner),
          Optional.ofNullable(request.due()).orElse(step.due()),
          step.state());
    }
  }
}
