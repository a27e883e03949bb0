package dev.plumbline.api.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.providers.simulator.SimulatedService;
import dev.plumbline.lifecycle.drift.evidence.EvidenceFile;
import dev.plumbline.lifecycle.drift.evidence.Recomputation;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What providers do to a model behind a name, in simulated time, and what is told of it. */
class DriftStoryTest {

  private static final int CLEAN_DAYS = 60;

  private static SimulatedService service(long seed) {
    return new SimulatedService(
        seed, "model-2026-01-01", IntStream.range(0, 20).mapToObj(i -> "p" + i).toList());
  }

  private final SimulatedService subject = service(7);
  private final WatchedService watched = new WatchedService(subject, service(8));

  private Map<Watch, List<String>> after(Consumer<SimulatedService> change, int days) {
    watched.days(CLEAN_DAYS);
    watched
        .judged()
        .forEach(
            (watch, judged) -> assertThat(judged.state()).as("%s before", watch).isEqualTo("ok"));
    change.accept(subject);
    return watched.watchedDays(days);
  }

  @Test
  void aSwappedModelIsSuspectedOnTheFirstDayAndConfirmedWithinThree() {
    Map<Watch, List<String>> states = after(SimulatedService::swap, 3);

    assertThat(states.get(Watch.TOKENS).get(0)).isIn("suspected", "confirmed");
    assertThat(states.get(Watch.TOKENS)).contains("confirmed");
    assertThat(states.get(Watch.TASKS)).contains("confirmed");
  }

  @Test
  void aSuspicionAsksForTasksInFiveCyclesThenAKernelCheckThenAConfirmation() {
    after(SimulatedService::swap, 2);

    assertThat(watched.looks())
        .startsWith(
            "escalation tasks",
            "escalation tasks",
            "escalation tasks",
            "escalation tasks",
            "escalation tasks",
            "escalation open",
            "confirmation open",
            "confirmation tasks");
    assertThat(watched.judged().get(Watch.TOKENS).turns())
        .anyMatch(turn -> turn.verdict().reason().contains("shown again by a batch later"));
  }

  @Test
  void aSuspicionStopsAtTheReserveAndSaysSoInAVerdict() {
    watched.reserveBecomes(2);

    Map<Watch, List<String>> states = after(SimulatedService::quantise, 3);

    assertThat(states.get(Watch.TOKENS)).endsWith("suspected").doesNotContain("confirmed");
    Judged tokens = watched.judged().get(Watch.TOKENS);
    assertThat(tokens.reason()).contains("could not be made: the reserve is used up");
    assertThat(tokens.turns())
        .anyMatch(turn -> turn.verdict().reason().contains("the reserve is used up"));
  }

  @Test
  void aSuspicionThatTwoBatchesRefuteIsClearedAndItsEvidenceIsKept() {
    after(SimulatedService::unsettle, 6);

    List<Judged.Turn> turns = watched.judged().get(Watch.TOKENS).turns();
    assertThat(turns)
        .extracting(turn -> turn.verdict().state().label())
        .startsWith("suspected", "cleared", "ok")
        .doesNotContain("confirmed");
    assertThat(turns.get(1).verdict().reason()).contains("in 2 confirmation batches");
    assertThat(turns.get(1).evidence()).isPresent();
  }

  @Test
  void anotherConfigurationThanThatOfTheBaselineConfirmsNothing() {
    watched.days(CLEAN_DAYS);
    watched.sdkBecomes("2.0");
    subject.swap();

    Map<Watch, List<String>> states = watched.watchedDays(3);

    states.forEach((watch, each) -> assertThat(each).as("%s", watch).endsWith("suspected"));
    assertThat(watched.judged().get(Watch.TASKS).reason())
        .contains("the configuration differs: sdk");
    assertThat(watched.looks()).isEmpty(); // no look could change that
  }

  @Test
  void aVerdictFollowsFromItsEvidenceFileAlone() {
    after(SimulatedService::swap, 2);

    List<Judged.Turn> turns = watched.judged().get(Watch.TASKS).turns();

    assertThat(turns).isNotEmpty();
    byte[] file = turns.get(turns.size() - 1).evidence().orElseThrow();
    Recomputation again = Recomputation.of(EvidenceFile.read(new ByteArrayInputStream(file)));
    assertThat(again.differences()).isEmpty();
    assertThat(again.verdicts().get(again.verdicts().size() - 1).state().label())
        .isEqualTo(turns.get(turns.size() - 1).verdict().state().label());
  }

  @Test
  void aQuantisedModelIsConfirmedByItsTasks() {
    Map<Watch, List<String>> states = after(SimulatedService::quantise, 10);

    assertThat(states.get(Watch.TASKS)).contains("confirmed");
  }

  @Test
  void aRepointedNameIsConfirmedWithTheModelThatAnswers() {
    after(each -> each.repoint("model-2026-06-01"), 3);

    assertThat(watched.judged().get(Watch.TASKS).turns())
        .flatExtracting(turn -> turn.verdict().evidence().facts())
        .anySatisfy(fact -> assertThat(fact.now()).contains("model-2026-06-01"));
    assertThat(watched.judged().get(Watch.TASKS).state()).isEqualTo("confirmed");
  }

  @Test
  void aServiceThatBecameSlowerIsConfirmedByItsLatency() {
    Map<Watch, List<String>> states = after(SimulatedService::slowDown, 12);

    assertThat(states.get(Watch.TASKS)).contains("confirmed");
    assertThat(watched.judged().get(Watch.TASKS).reason()).contains("latency");
  }

  @Test
  void anotherMixOfKnownBackendsIsInformationAndWakesNobody() {
    Map<Watch, List<String>> states = after(SimulatedService::remix, 10);

    assertThat(states.get(Watch.TOKENS)).contains("serving_change").doesNotContain("confirmed");
    assertThat(states.get(Watch.TASKS)).containsOnly("ok");
    assertThat(watched.judged().get(Watch.TOKENS).turns()).noneMatch(turn -> turn.verdict().page());
  }

  @Test
  void aModelThatWasShutDownIsGoneAndNoDrift() {
    Map<Watch, List<String>> states = after(SimulatedService::shutDown, 2);

    assertThat(states.get(Watch.TOKENS)).containsOnly("gone");
    assertThat(states.get(Watch.TASKS)).containsOnly("gone");
  }

  @Test
  void aYearOfStableServiceWakesNobody() {
    watched.days(365);

    watched
        .judged()
        .forEach(
            (watch, judged) -> {
              assertThat(judged.turns())
                  .as("verdicts of %s", watch)
                  .noneMatch(turn -> turn.verdict().page())
                  .noneMatch(turn -> turn.verdict().state().label().equals("confirmed"));
              assertThat(judged.state()).isEqualTo("ok");
            });
  }
}
