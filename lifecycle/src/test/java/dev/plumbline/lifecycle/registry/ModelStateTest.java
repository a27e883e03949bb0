package dev.plumbline.lifecycle.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lifecycle.registry.ModelState.Failed;
import dev.plumbline.lifecycle.registry.ModelState.Gone;
import dev.plumbline.lifecycle.registry.ModelState.Ready;
import dev.plumbline.lifecycle.registry.ModelState.Retired;
import dev.plumbline.lifecycle.registry.ModelState.Retiring;
import dev.plumbline.lifecycle.registry.ModelState.Serving;
import dev.plumbline.lifecycle.registry.ModelState.Training;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelStateTest {

  private static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2027-01-10");
  private static final StateChange CHANGE = StateChange.at(NOW).because("planned").by(DAY);

  @Test
  void aModelIsTrainedServesAndIsRetired() {
    Retired retired =
        new Training(THEN).succeeded(THEN).serve(THEN).retireBy(THEN, DAY).retired(NOW, "replaced");

    assertThat(retired).isEqualTo(new Retired(NOW, "replaced"));
    assertThat(retired.gone(NOW, "shut down").reappeared(NOW)).isEqualTo(new Ready(NOW));
  }

  @Test
  void aDecisionToRetireCanBeTakenBack() {
    assertThat(new Serving(THEN).retireBy(THEN, DAY).keep(NOW)).isEqualTo(new Serving(NOW));
    assertThat(new Serving(THEN).rest(NOW)).isEqualTo(new Ready(NOW));
    assertThat(new Retired(THEN, "x").reinstate(NOW)).isEqualTo(new Ready(NOW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRAINING | READY FAILED",
        "FAILED   |",
        "READY    | SERVING RETIRED GONE",
        "SERVING  | READY RETIRING GONE",
        "RETIRING | SERVING RETIRING RETIRED GONE",
        "RETIRED  | READY GONE",
        "GONE     | READY",
      })
  void onlyTheseStatesCanFollow(StateKind from, String to) {
    ModelState state = ModelState.found(from, StateChange.at(THEN).because("x").by(DAY));
    Set<StateKind> expected =
        to == null
            ? Set.of()
            : Arrays.stream(to.split(" ")).map(StateKind::valueOf).collect(Collectors.toSet());

    assertThat(state.next()).isEqualTo(expected);
    for (StateKind each : StateKind.values()) {
      if (expected.contains(each)) {
        assertThat(state.become(each, CHANGE).kind()).isEqualTo(each);
        assertThat(state.become(each, CHANGE).since()).isEqualTo(NOW);
      } else {
        assertThatThrownBy(() -> state.become(each, CHANGE))
            .isInstanceOf(StateRefusedException.class);
      }
    }
  }

  @Test
  void aRefusalSaysWhatCanFollow() {
    assertThatThrownBy(() -> new Ready(THEN).become(StateKind.RETIRING, CHANGE))
        .hasMessage(
            "a model that is ready cannot become retiring; it can become serving, retired, gone");
    assertThatThrownBy(() -> new Failed(THEN, "x").become(StateKind.READY, CHANGE))
        .hasMessage("a model that is failed cannot become ready; it can become nothing else");
  }

  @Test
  void aStateNeedsItsReasonAndItsDay() {
    assertThatThrownBy(() -> new Ready(THEN).become(StateKind.GONE, StateChange.at(NOW)))
        .hasMessage("this state needs a reason");
    assertThatThrownBy(() -> new Serving(THEN).become(StateKind.RETIRING, StateChange.at(NOW)))
        .hasMessage("this state needs the day by which calls end");
  }

  @Test
  void timeDoesNotRunBackwards() {
    assertThatThrownBy(() -> new Ready(NOW).become(StateKind.SERVING, StateChange.at(THEN)))
        .hasMessageContaining("later than 2026-11-01");
  }

  @ParameterizedTest
  @EnumSource(StateKind.class)
  void everyCaseIsMatchedByItsOwnName(StateKind kind) {
    assertThat(ModelState.found(kind, CHANGE).match(new Names())).isEqualTo(kind.label());
    assertThat(StateKind.findByLabel(kind.label())).isEqualTo(Optional.of(kind));
  }

  @Test
  void onlyWhatStillAnswersIsCallable() {
    assertThat(Arrays.stream(StateKind.values()).filter(StateKind::isCallable))
        .containsExactly(StateKind.READY, StateKind.SERVING, StateKind.RETIRING);
  }

  private static final class Names implements ModelState.Cases<String> {

    @Override
    public String training(Training state) {
      return "training";
    }

    @Override
    public String failed(Failed state) {
      return "failed";
    }

    @Override
    public String ready(Ready state) {
      return "ready";
    }

    @Override
    public String serving(Serving state) {
      return "serving";
    }

    @Override
    public String retiring(Retiring state) {
      return "retiring";
    }

    @Override
    public String retired(Retired state) {
      return "retired";
    }

    @Override
    public String gone(Gone state) {
      return "gone";
    }
  }
}
