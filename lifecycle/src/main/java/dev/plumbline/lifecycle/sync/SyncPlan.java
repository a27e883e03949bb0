package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.deprecation.LifeClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run would change. Made of a snapshot without asking anybody again, so it can be shown
 * first and carried out as shown; of the same snapshot there is nothing left to change.
 *
 * @param poll whether the list of models was believed; if not, no model changes
 * @param tracked the presence of every model afterwards, by id
 * @param events what a person may want to know
 */
public record SyncPlan(
    ProviderSnapshot snapshot,
    PollResult poll,
    List<SyncChange> changes,
    Map<String, TrackedModel> tracked,
    List<PresenceEvent> events) {

  public SyncPlan {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(poll, "poll");
    changes = List.copyOf(changes);
    tracked = Collections.unmodifiableMap(new TreeMap<>(tracked));
    events = List.copyOf(events);
  }

  public static SyncPlan of(KnownState known, ProviderSnapshot snapshot) {
    return of(known, snapshot, Map.of());
  }

  /**
   * The plan with what calls of single models said after the list was read.
   *
   * @param calls by the id of the model
   */
  public static SyncPlan of(
      KnownState known, ProviderSnapshot snapshot, Map<String, ModelCall> calls) {
    PollResult poll = snapshot.poll(known.polls(), known.sentinel());
    Map<String, TrackedModel> tracked = tracked(known, snapshot, poll, calls);
    List<SyncChange> changes = new ArrayList<>();
    if (poll.isComplete()) {
      snapshot.models().forEach(model -> addModel(known, model, changes));
    }
    List<PresenceEvent> events = new ArrayList<>();
    boolean down = ProviderWeather.of(tracked.values()).isDown();
    LocalDate today = LocalDate.ofInstant(snapshot.at(), ZoneOffset.UTC);
    known
        .tracked()
        .forEach(
            (id, before) -> {
              TrackedModel after = tracked.get(id);
              if (after != null && !after.equals(before.withCallOf(after))) {
                changes.add(new SyncChange.PresenceChanged(before, after));
                PresenceEvent.between(before, after, planned(known, snapshot, id), today)
                    .ifPresent(event -> events.add(event.inWeather(down)));
              }
            });
    snapshot.jobs().forEach(job -> addJob(known, job, changes));
    addDeployments(known, snapshot, changes);
    addAliases(known, snapshot, changes);
    return new SyncPlan(snapshot, poll, changes, tracked, events);
  }

  /** Models that a call should be made of, as the states are after the list alone. */
  public List<String> wantCalls(int most) {
    return tracked.values().stream()
        .filter(model -> model.wantsCall(snapshot.at()))
        .map(TrackedModel::id)
        .limit(most)
        .toList();
  }

  /** A model of the list that is neither new nor in doubt: it shows whether we have access. */
  public Optional<String> sibling() {
    return tracked.values().stream()
        .filter(model -> model.presence().equals(new Presence.Listed(Optional.empty())))
        .filter(model -> snapshot.ids().contains(model.id()))
        .map(TrackedModel::id)
        .findFirst();
  }

  public boolean changesNothing() {
    return changes.isEmpty();
  }

  private static Map<String, TrackedModel> tracked(
      KnownState known, ProviderSnapshot snapshot, PollResult poll, Map<String, ModelCall> calls) {
    Map<String, TrackedModel> next = new TreeMap<>(known.tracked());
    if (poll.isComplete()) {
      next.replaceAll((id, model) -> model.polled(snapshot.at(), snapshot.ids().contains(id)));
      snapshot.ids().forEach(id -> next.computeIfAbsent(id, TrackedModel::appeared));
    } else if (isUnanswered(poll)) {
      next.replaceAll((id, model) -> model.unanswered());
    }
    calls.forEach(
        (id, call) ->
            next.computeIfPresent(id, (same, model) -> model.called(call).askedAt(call.at())));
    return next;
  }

  private static boolean isUnanswered(PollResult poll) {
    return poll.findIncomplete()
        .map(gap -> gap.reason() == PollResult.Reason.NO_ANSWER)
        .orElse(false);
  }

  private static Optional<LocalDate> planned(
      KnownState known, ProviderSnapshot snapshot, String id) {
    return snapshot.models().stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .or(() -> Optional.ofNullable(known.models().get(id)))
        .flatMap(ListedModel::inferenceEnd)
        .map(ListedDate::day);
  }

  private static void addModel(KnownState known, ListedModel model, List<SyncChange> changes) {
    ListedModel before = known.models().get(model.id());
    if (before == null) {
      changes.add(new SyncChange.ModelAppeared(model));
      return;
    }
    addDate(LifeClock.INFERENCE, before.inferenceEnd(), model.inferenceEnd(), model.id())
        .ifPresent(changes::add);
    addDate(LifeClock.TRAINING, before.trainingEnd(), model.trainingEnd(), model.id())
        .ifPresent(changes::add);
    if (!before.stage().equals(model.stage())) {
      changes.add(new SyncChange.StageChanged(model.id(), before.stage(), model.stage()));
    }
  }

  private static Optional<SyncChange> addDate(
      LifeClock clock, Optional<ListedDate> from, Optional<ListedDate> to, String id) {
    return from.equals(to)
        ? Optional.empty()
        : Optional.of(new SyncChange.DateMoved(id, clock, from, to));
  }

  /** Of a job that was over, a feed need not read checkpoints and events again. */
  private static void addJob(KnownState known, TuningJob read, List<SyncChange> changes) {
    TuningJob before = known.jobs().get(read.id());
    if (before == null) {
      changes.add(new SyncChange.JobAppeared(read));
      return;
    }
    TuningJob job = before.isOver() && read.hasNoDetails() ? read.withDetailsOf(before) : read;
    if (!before.equals(job)) {
      changes.add(new SyncChange.JobChanged(before, job));
    }
  }

  /** One that is not listed any more is gone at once: it is the account's own, and free to ask. */
  private static void addDeployments(
      KnownState known, ProviderSnapshot snapshot, List<SyncChange> changes) {
    Map<String, ListedDeployment> now = new TreeMap<>();
    snapshot.deployments().forEach(each -> now.put(each.id(), each));
    now.forEach(
        (id, each) -> {
          Optional<ListedDeployment> before = Optional.ofNullable(known.deployments().get(id));
          if (!before.equals(Optional.of(each))) {
            changes.add(new SyncChange.DeploymentChanged(id, before, Optional.of(each)));
          }
        });
    if (snapshot.gap().isEmpty() && snapshot.partial().isEmpty()) {
      known.deployments().values().stream()
          .filter(each -> !now.containsKey(each.id()))
          .map(
              each ->
                  new SyncChange.DeploymentChanged(each.id(), Optional.of(each), Optional.empty()))
          .forEach(changes::add);
    }
  }

  private static void addAliases(
      KnownState known, ProviderSnapshot snapshot, List<SyncChange> changes) {
    snapshot
        .resolutions()
        .forEach(
            (alias, target) -> {
              Optional<String> before = Optional.ofNullable(known.resolutions().get(alias));
              if (!before.equals(Optional.of(target))) {
                changes.add(new SyncChange.AliasMoved(alias, before, target));
              }
            });
  }
}
