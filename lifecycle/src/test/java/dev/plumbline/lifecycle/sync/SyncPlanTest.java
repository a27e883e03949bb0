package dev.plumbline.lifecycle.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lifecycle.deprecation.LifeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SyncPlanTest {

  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
  private static final String TUNED = "ft:gpt-4o-2024-08-06:acme::AbCdEfGh";
  private static final ListedDate JANUARY = new ListedDate(LocalDate.parse("2027-01-14"), true);
  private static final ListedDate DECEMBER = new ListedDate(LocalDate.parse("2026-12-15"), true);

  /** An account over time: carries out each plan as it is, and remembers what came of it. */
  private static final class Account {

    private KnownState known = KnownState.nothing(Optional.empty());
    private Instant now = START;
    private final List<PresenceEvent.Kind> events = new ArrayList<>();

    SyncPlan sync(ProviderSnapshot snapshot, Map<String, ModelCall> calls) {
      SyncPlan plan = SyncPlan.of(known, snapshot, calls);
      plan.events().stream()
          .filter(event -> !event.muted())
          .forEach(event -> events.add(event.kind()));
      known = after(plan);
      return plan;
    }

    SyncPlan sync(ListedModel... models) {
      return sync(snapshot(models), Map.of());
    }

    ProviderSnapshot snapshot(ListedModel... models) {
      return new ProviderSnapshot(
          now, Optional.empty(), List.of(models), List.of(), List.of(), Map.of(), List.of());
    }

    Account later(Duration wait) {
      now = now.plus(wait);
      return this;
    }

    private KnownState after(SyncPlan plan) {
      ProviderSnapshot snapshot = plan.snapshot();
      Map<String, ListedModel> models = new TreeMap<>(known.models());
      if (plan.poll().isComplete()) {
        snapshot.models().forEach(model -> models.put(model.id(), model));
      }
      Map<String, TuningJob> jobs = new TreeMap<>(known.jobs());
      snapshot.jobs().forEach(job -> jobs.put(job.id(), job));
      Map<String, String> resolutions = new TreeMap<>(known.resolutions());
      resolutions.putAll(snapshot.resolutions());
      return new KnownState(
          plan.poll().isComplete() ? known.polls().with(models.size()) : known.polls(),
          known.sentinel(),
          plan.tracked(),
          models,
          jobs,
          known.deployments(),
          resolutions);
    }
  }

  private static ListedModel[] many(int count) {
    ListedModel[] models = new ListedModel[count];
    for (int at = 0; at < count; at++) {
      models[at] = ListedModel.of("m" + at);
    }
    return models;
  }

  private static TuningJob job(String status, Optional<String> tuned) {
    return new TuningJob(
        "ftjob-1",
        "gpt-4o-2024-08-06",
        tuned,
        status,
        new TuningJob.Times(START, Optional.empty()),
        new TuningJob.Training(
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            List.of()),
        List.of(),
        List.of());
  }

  @Test
  void theFirstRunTakesEverythingAndTheSecondChangesNothing() {
    Account account = new Account();
    ListedModel dated = ListedModel.of(TUNED).endingOn(JANUARY);

    SyncPlan first = account.sync(ListedModel.of("gpt-4o"), dated);
    SyncPlan second = account.sync(ListedModel.of("gpt-4o"), dated);

    assertThat(first.changes())
        .containsExactly(
            new SyncChange.ModelAppeared(ListedModel.of("gpt-4o")),
            new SyncChange.ModelAppeared(dated));
    assertThat(second.changesNothing()).isTrue();
  }

  @Test
  void aDateThatAppearsAndMovesAndIsTakenBackIsThreeChanges() {
    Account account = new Account();
    account.sync(ListedModel.of(TUNED));

    assertThat(account.sync(ListedModel.of(TUNED).endingOn(JANUARY)).changes())
        .containsExactly(
            new SyncChange.DateMoved(
                TUNED, LifeClock.INFERENCE, Optional.empty(), Optional.of(JANUARY)));
    assertThat(account.sync(ListedModel.of(TUNED).endingOn(DECEMBER)).changes())
        .containsExactly(
            new SyncChange.DateMoved(
                TUNED, LifeClock.INFERENCE, Optional.of(JANUARY), Optional.of(DECEMBER)));
    assertThat(account.sync(ListedModel.of(TUNED)).changes())
        .containsExactly(
            new SyncChange.DateMoved(
                TUNED, LifeClock.INFERENCE, Optional.of(DECEMBER), Optional.empty()));
  }

  @Test
  void anIncompleteListChangesNoModel() {
    Account account = new Account();
    account.sync(many(10));
    ProviderSnapshot cut =
        new ProviderSnapshot(
            account.now,
            Optional.of(new PollResult.Incomplete(PollResult.Reason.PAGES, "page 2 failed")),
            List.of(ListedModel.of("m0").endingOn(JANUARY), ListedModel.of("new")),
            List.of(),
            List.of(),
            Map.of(),
            List.of());

    SyncPlan plan = account.sync(cut, Map.of());

    assertThat(plan.changesNothing()).isTrue();
    assertThat(plan.tracked()).containsEntry("m9", TrackedModel.appeared("m9"));
    assertThat(SyncReport.of(plan).outcome()).isEqualTo(SyncReport.Outcome.PARTIAL);
  }

  @Test
  void aListThatSuddenlyIsShortIsIncomplete() {
    Account account = new Account();
    account.sync(many(10));

    SyncPlan plan = account.sync(many(7));

    assertThat(plan.poll().isComplete()).isFalse();
    assertThat(plan.changesNothing()).isTrue();
  }

  @Test
  void aModelThatVanishesBeforeItsDayIsCriticalAndOnItsDayIsPlanned() {
    assertThat(eventsOfVanishing(JANUARY.day()))
        .containsExactly(PresenceEvent.Kind.MISSING, PresenceEvent.Kind.GONE_EARLY);
    assertThat(eventsOfVanishing(LocalDate.parse("2026-11-20")))
        .containsExactly(PresenceEvent.Kind.MISSING, PresenceEvent.Kind.RETIRED_AS_PLANNED);
  }

  private static List<PresenceEvent.Kind> eventsOfVanishing(LocalDate planned) {
    Account account = new Account();
    ListedModel[] others = many(9);
    ListedModel[] all = Arrays.copyOf(others, 10);
    all[9] = ListedModel.of(TUNED).endingOn(new ListedDate(planned, true));
    account.sync(all);
    for (int poll = 0; poll < 3; poll++) {
      account.later(Presence.BETWEEN_POLLS).sync(others);
    }
    assertThat(account.sync(account.snapshot(others), Map.of()).wantCalls(10))
        .containsExactly(TUNED);
    for (int call = 0; call < 2; call++) {
      account.later(TrackedModel.BETWEEN_CALLS);
      account.sync(
          account.snapshot(others),
          Map.of(TUNED, new ModelCall(account.now, CallOutcome.NOT_FOUND, true)));
    }
    return account.events;
  }

  @Test
  void whileAProviderFailsItsSingleModelsAreNotTheNews() {
    Account account = new Account();
    account.sync(many(10));
    Map<String, ModelCall> calls = new TreeMap<>();
    for (int at = 0; at < 3; at++) {
      calls.put("m" + at, new ModelCall(account.now, CallOutcome.NO_ANSWER, false));
    }
    account.sync(account.snapshot(many(10)), Map.of("m9", refused(account)));
    account.later(TrackedModel.BETWEEN_CALLS);
    calls.put("m9", refused(account));

    SyncPlan plan = account.sync(account.snapshot(many(10)), calls);

    assertThat(plan.events())
        .containsExactly(new PresenceEvent("m9", PresenceEvent.Kind.LISTED_DEAD, true));
  }

  private static ModelCall refused(Account account) {
    return new ModelCall(account.now, CallOutcome.NOT_FOUND, true);
  }

  @Test
  void aFifthOfTheModelsMayBeUnknownBeforeTheProviderIsCalledDown() {
    assertThat(new ProviderWeather(10, 2).isDown()).isFalse();
    assertThat(new ProviderWeather(10, 3).isDown()).isTrue();
    assertThat(new ProviderWeather(0, 0).isDown()).isFalse();
  }

  @Test
  void anAliasThatMeansAnotherSnapshotThanYesterdayIsAChange() {
    Account account = new Account();
    account.sync(meaning(account, "gpt-4o-2024-05-13"), Map.of());

    assertThat(account.sync(meaning(account, "gpt-4o-2024-05-13"), Map.of()).changes()).isEmpty();
    assertThat(account.sync(meaning(account, "gpt-4o-2024-08-06"), Map.of()).changes())
        .containsExactly(
            new SyncChange.AliasMoved(
                "gpt-4o", Optional.of("gpt-4o-2024-05-13"), "gpt-4o-2024-08-06"));
  }

  private static ProviderSnapshot meaning(Account account, String target) {
    return new ProviderSnapshot(
        account.now,
        Optional.empty(),
        List.of(ListedModel.of("gpt-4o")),
        List.of(),
        List.of(),
        Map.of("gpt-4o", target),
        List.of());
  }

  @Test
  void aJobGoesOnAndIsLeftAloneOnceItIsOver() {
    Account account = new Account();

    assertThat(
            account.sync(training(account, job("running", Optional.empty())), Map.of()).changes())
        .hasOnlyElementsOfType(SyncChange.JobAppeared.class);
    assertThat(
            account
                .sync(training(account, job("succeeded", Optional.of(TUNED))), Map.of())
                .changes())
        .hasOnlyElementsOfType(SyncChange.JobChanged.class);
    assertThat(
            account
                .sync(training(account, job("succeeded", Optional.of(TUNED))), Map.of())
                .changes())
        .isEmpty();
    assertThat(account.sync(training(account), Map.of()).changes())
        .as("a provider that forgets a job")
        .isEmpty();
  }

  private static ProviderSnapshot training(Account account, TuningJob... jobs) {
    return new ProviderSnapshot(
        account.now, Optional.empty(), List.of(), List.of(jobs), List.of(), Map.of(), List.of());
  }

  @Test
  void aProviderThatDoesNotAnswerLeavesEveryModelUnknownAndTheRunFailed() {
    Account account = new Account();
    account.sync(many(2));
    ProviderSnapshot none =
        new ProviderSnapshot(
            account.now,
            Optional.of(new PollResult.Incomplete(PollResult.Reason.NO_ANSWER, "status 503")),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of());

    SyncPlan plan = account.sync(none, Map.of());

    assertThat(plan.tracked().values())
        .allMatch(model -> model.access() == TrackedModel.Access.UNKNOWN)
        .allMatch(model -> model.presence() instanceof Presence.Listed);
    assertThat(SyncReport.of(plan).outcome()).isEqualTo(SyncReport.Outcome.FAILED);
    assertThat(account.sync(many(2)).tracked().values())
        .allMatch(model -> model.access() == TrackedModel.Access.KNOWN);
  }
}
