package dev.plumbline.api.exitplans;

import dev.plumbline.api.exitplans.PlanDocument.StoredClosure;
import dev.plumbline.api.exitplans.PlanDocument.StoredGolden;
import dev.plumbline.api.exitplans.PlanDocument.StoredPerson;
import dev.plumbline.api.exitplans.PlanDocument.StoredStep;
import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.change.Person;
import dev.plumbline.lifecycle.exit.Choice;
import dev.plumbline.lifecycle.exit.Closure;
import dev.plumbline.lifecycle.exit.ExitProgress;
import dev.plumbline.lifecycle.exit.ExitStep;
import dev.plumbline.lifecycle.exit.GoldenSet;
import dev.plumbline.lifecycle.exit.StepState;
import dev.plumbline.lifecycle.exit.SwitchRecord;
import java.util.List;
import java.util.Optional;

/** The progress of a plan, from its document and into it. */
final class Progress {

  private Progress() {}

  static ExitProgress of(PlanDocument document, Decision decision) {
    return new ExitProgress(
        true,
        golden(Optional.ofNullable(document.golden())),
        Optional.ofNullable(document.choice())
            .map(it -> new Choice(it.candidate(), person(it.by()), it.at(), it.reason())),
        decision,
        Optional.ofNullable(document.switched())
            .map(it -> new SwitchRecord(it.on(), person(it.by()), it.note())),
        Optional.ofNullable(document.closure()).map(Progress::closure),
        document.steps().stream().map(Progress::step).toList());
  }

  private static GoldenSet golden(Optional<StoredGolden> stored) {
    return stored
        .<GoldenSet>map(
            it ->
                it.waivedBy() == null
                    ? new GoldenSet.Recorded(it.count(), it.wanted(), it.sha256(), it.recordedOn())
                    : new GoldenSet.Waived(person(it.waivedBy()), it.reason(), it.expires()))
        .orElseGet(GoldenSet.None::new);
  }

  static StoredGolden stored(GoldenSet golden) {
    return golden.match(
        new GoldenSet.Cases<>() {
          @Override
          public StoredGolden none() {
            throw new IllegalArgumentException("nothing was recorded");
          }

          @Override
          public StoredGolden recorded(GoldenSet.Recorded it) {
            return new StoredGolden(
                it.count(), it.wanted(), it.sha256(), it.recordedOn(), null, null, null);
          }

          @Override
          public StoredGolden waived(GoldenSet.Waived it) {
            return new StoredGolden(
                null, null, null, null, stored(it.by()), it.reason(), it.expires());
          }
        });
  }

  private static Closure closure(StoredClosure it) {
    return new Closure(
        Optional.ofNullable(it.lastCall()),
        Optional.ofNullable(it.goneOn()),
        it.hostingDeleted(),
        Optional.ofNullable(it.retention()),
        person(it.by()));
  }

  static ExitStep step(StoredStep it) {
    return new ExitStep(
        it.key(),
        it.title(),
        it.beforeSwitch() ? ExitStep.Phase.BEFORE_SWITCH : ExitStep.Phase.AFTER_SWITCH,
        Optional.ofNullable(it.owner()),
        it.due(),
        state(it));
  }

  private static StepState state(StoredStep it) {
    if (it.by() == null) {
      return new StepState.Open();
    }
    String note = String.valueOf(it.note());
    if (it.skipped()) {
      return new StepState.Skipped(person(it.by()), it.at(), note);
    }
    StepState.Done done = new StepState.Done(person(it.by()), it.at(), note);
    return it.signedBy() == null
        ? done
        : new StepState.SignedOff(done, person(it.signedBy()), it.signedAt());
  }

  static StoredStep stored(ExitStep step) {
    return step.state().match(new StoredState(step));
  }

  static List<StoredStep> stored(List<ExitStep> steps) {
    return steps.stream().map(Progress::stored).toList();
  }

  /** A step with its state in fields. */
  private record StoredState(ExitStep step) implements StepState.Cases<StoredStep> {

    @Override
    public StoredStep open(StepState.Open open) {
      return new StoredStep(
          step.key(),
          step.title(),
          before(),
          step.owner().orElse(null),
          step.due(),
          null,
          null,
          null,
          false,
          null,
          null);
    }

    @Override
    public StoredStep done(StepState.Done done) {
      return new StoredStep(
          step.key(),
          step.title(),
          before(),
          step.owner().orElse(null),
          step.due(),
          Progress.stored(done.by()),
          done.at(),
          done.note(),
          false,
          null,
          null);
    }

    @Override
    public StoredStep signedOff(StepState.SignedOff signed) {
      return new StoredStep(
          step.key(),
          step.title(),
          before(),
          step.owner().orElse(null),
          step.due(),
          Progress.stored(signed.done().by()),
          signed.done().at(),
          signed.done().note(),
          false,
          Progress.stored(signed.by()),
          signed.at());
    }

    @Override
    public StoredStep skipped(StepState.Skipped skipped) {
      return new StoredStep(
          step.key(),
          step.title(),
          before(),
          step.owner().orElse(null),
          step.due(),
          Progress.stored(skipped.by()),
          skipped.at(),
          skipped.reason(),
          true,
          null,
          null);
    }

    private boolean before() {
      return step.phase() == ExitStep.Phase.BEFORE_SWITCH;
    }
  }

  static Person person(StoredPerson it) {
    return new Person(it.id(), it.name());
  }

  static StoredPerson stored(Person it) {
    return new StoredPerson(it.id(), it.name());
  }
}
