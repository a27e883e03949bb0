package dev.plumbline.lifecycle.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds after every history. */
class PresenceLawsTest {

  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  /**
   * One thing that happens.
   *
   * @param minutes since the thing before
   * @param listed what a complete poll says; a call when empty
   */
  record Step(int minutes, Optional<Boolean> listed, CallOutcome outcome, boolean sibling) {

    TrackedModel on(TrackedModel model, Instant at) {
      return listed
          .map(contains -> model.polled(at, contains))
          .orElseGet(() -> model.called(new ModelCall(at, outcome, sibling)));
    }

    boolean isRefusal() {
      return listed.isEmpty()
          && (outcome == CallOutcome.NOT_FOUND || outcome == CallOutcome.RETIRED);
    }
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 90),
            Arbitraries.of(true, false).optional(0.4),
            Arbitraries.of(CallOutcome.class),
            Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 500)
  void aModelIsGoneOnlyAfterRefusalsAndThreeListsWithoutIt(
      @ForAll("histories") List<Step> history) {
    TrackedModel model = TrackedModel.appeared("m");
    Instant at = START;
    int lacked = 0;
    int refused = 0;
    for (Step step : history) {
      at = at.plus(Duration.ofMinutes(step.minutes()));
      model = step.on(model, at);
      if (step.listed().isPresent()) {
        lacked = step.listed().get() ? 0 : lacked + 1;
      }
      refused += step.isRefusal() ? 1 : 0;
      if (model.presence() instanceof Presence.Gone) {
        assertThat(lacked).isGreaterThanOrEqualTo(Presence.POLLS);
        assertThat(refused).isGreaterThanOrEqualTo(2);
      }
    }
  }

  @Property(tries = 500)
  void beingListedIsListedUnlessTheListIsKnownToLie(@ForAll("histories") List<Step> history) {
    TrackedModel model = after(history);

    TrackedModel listed = model.polled(START.plus(Duration.ofDays(30)), true);

    assertThat(listed.access()).isEqualTo(TrackedModel.Access.KNOWN);
    assertThat(PresenceForm.of(listed.presence()).label())
        .isEqualTo(
            model.presence() instanceof Presence.ListedDead
                ? PresenceForm.Label.LISTED_DEAD
                : PresenceForm.Label.LISTED);
  }

  @Property(tries = 500)
  void whatSaysNothingAboutAModelLeavesItsPresence(@ForAll("histories") List<Step> history) {
    TrackedModel model = after(history);
    Instant later = START.plus(Duration.ofDays(30));

    for (CallOutcome outcome : List.of(CallOutcome.NO_ACCESS, CallOutcome.NO_ANSWER)) {
      assertThat(model.called(new ModelCall(later, outcome, true)).presence())
          .isEqualTo(model.presence());
    }
  }

  @Property(tries = 500)
  void theSamePollAtTheSameMomentChangesNothingTheSecondTime(
      @ForAll("histories") List<Step> history, @ForAll boolean contains) {
    Instant later = START.plus(Duration.ofDays(30));
    TrackedModel once = after(history).polled(later, contains);

    assertThat(once.polled(later, contains)).isEqualTo(once);
  }

  @Property(tries = 500)
  void aStateSurvivesItsFlatForm(@ForAll("histories") List<Step> history) {
    Presence presence = after(history).presence();

    assertThat(PresenceForm.of(presence).toPresence()).isEqualTo(presence);
  }

  @Property(tries = 500)
  void twoCallsOfOursAreTenMinutesApart(@ForAll("histories") List<Step> history) {
    Instant at = START.plus(Duration.ofDays(30));
    TrackedModel asked = after(history).askedAt(at);

    assertThat(asked.wantsCall(at.plus(TrackedModel.BETWEEN_CALLS).minusNanos(1))).isFalse();
  }

  private static TrackedModel after(List<Step> history) {
    TrackedModel model = TrackedModel.appeared("m");
    Instant at = START;
    for (Step step : history) {
      at = at.plus(Duration.ofMinutes(step.minutes()));
      model = step.on(model, at);
    }
    return model;
  }
}
