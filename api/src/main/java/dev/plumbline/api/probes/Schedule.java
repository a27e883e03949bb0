package dev.plumbline.api.probes;

import dev.plumbline.api.probes.ProbeRun.Purpose;
import dev.plumbline.lifecycle.probe.BorderCandidates;
import dev.plumbline.lifecycle.probe.BorderSearch;
import dev.plumbline.lifecycle.probe.plan.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which runs of a target are due at a moment, by its stages and the runs that there are. A slot
 * that went by unasked stays a gap: an answer of now says nothing about then.
 *
 * @param runs of the target's epoch
 */
record Schedule(Target target, List<ProbeRun> runs, Instant now) {

  /** Candidates of one search run, about twenty minutes of calls. */
  static final int CANDIDATES_PER_RUN = 400;

  private static final Duration BETWEEN_SEARCHES = Duration.ofHours(1);

  /**
   * A run that is to be made.
   *
   * @param prompts border prompts; empty for a suite
   */
  record Due(Work work, Purpose purpose, Instant slot, List<String> prompts, int times) {}

  /** What is due and not there yet. */
  List<Due> due() {
    List<Due> due = new ArrayList<>();
    for (Target.Stage stage : target.stages()) {
      switch (stage.work()) {
        case TRIPWIRE -> due.add(cycle(stage, List.of(), 1));
        case TASKS -> due.add(cycle(stage, List.of(), 0));
        case BORDER -> border(stage).ifPresent(due::add);
        case OPEN ->
            due.add(new Due(Work.OPEN, Purpose.REFERENCE, target.epochAt(), List.of(), 10));
      }
    }
    due.removeIf(this::isThere);
    return due;
  }

  private Due cycle(Target.Stage stage, List<String> prompts, int times) {
    return new Due(stage.work(), Purpose.CYCLE, slot(stage.every()), prompts, times);
  }

  /** The running slot; the first one begins with the epoch. */
  private Instant slot(Duration every) {
    long length = every.toSeconds();
    Instant begin = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
    return begin.isBefore(target.epochAt()) ? target.epochAt() : begin;
  }

  private boolean isThere(Due due) {
    return runs.stream()
        .anyMatch(run -> run.is(due.work(), due.purpose()) && run.slot().equals(due.slot()));
  }

  /** First the search, then the reference of what it found, then cycles. */
  private Optional<Due> border(Target.Stage stage) {
    Optional<ProbeRun> reference = reference();
    if (reference.isPresent()) {
      return reference
          .filter(run -> !run.isOpen() && !run.prompts().isEmpty())
          .map(run -> cycle(stage, run.prompts(), 1));
    }
    List<ProbeRun> searches =
        runs.stream().filter(run -> run.is(Work.BORDER, Purpose.SEARCH)).toList();
    int asked = searches.size() * CANDIDATES_PER_RUN;
    return asked < BorderCandidates.MOST ? search(asked) : Optional.empty();
  }

  private Optional<Due> search(int asked) {
    List<String> candidates = BorderCandidates.first(BorderCandidates.MOST);
    return Optional.of(
        new Due(
            Work.BORDER,
            Purpose.SEARCH,
            slot(BETWEEN_SEARCHES),
            candidates.subList(asked, Math.min(candidates.size(), asked + CANDIDATES_PER_RUN)),
            BorderSearch.CALLS_PER_CANDIDATE));
  }

  /** Whether the search has come to its end, so that the reference can be asked. */
  boolean isSearched() {
    List<ProbeRun> searches =
        runs.stream().filter(run -> run.is(Work.BORDER, Purpose.SEARCH)).toList();
    return reference().isEmpty()
        && searches.size() * CANDIDATES_PER_RUN >= BorderCandidates.MOST
        && searches.stream().noneMatch(ProbeRun::isOpen);
  }

  Optional<ProbeRun> reference() {
    return runs.stream().filter(run -> run.is(Work.BORDER, Purpose.REFERENCE)).findFirst();
  }
}
