package dev.plumbline.lifecycle.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.core.owner.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for all facts, lines and histories. */
class RegistryLawsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Property(tries = 200)
  void hearingTheSameAgainChangesNothing(
      @ForAll("facts") ModelFacts known, @ForAll("facts") ModelFacts heard) {
    ModelFacts once = known.mergedWith(heard);

    assertThat(once.mergedWith(heard)).isEqualTo(once);
    assertThat(known.mergedWith(known)).isEqualTo(known);
    assertThat(known.mergedWith(ModelFacts.named(known.key()))).isEqualTo(known);
  }

  @Property(tries = 200)
  void noOrderOfRegistrationsMakesACycle(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 35) Integer> parents) {
    Lineage line = Lineage.empty();
    for (int child = 0; child < parents.size(); child++) {
      line =
          unlessRefused(line, key(child), new Origin(Optional.empty(), name(parents.get(child))));
    }
    for (int child = 0; child < parents.size(); child++) {
      assertThat(line.ancestorsOf(key(child))).doesNotContain(key(child)).doesNotHaveDuplicates();
      for (ModelKey ancestor : line.ancestorsOf(key(child))) {
        assertThat(line.descendantsOf(ancestor)).contains(key(child));
      }
    }
  }

  /** What is refused leaves the line as it was. */
  private static Lineage unlessRefused(Lineage line, ModelKey model, Origin origin) {
    try {
      return line.with(model, origin);
    } catch (LineageCycleException refused) {
      return line;
    }
  }

  @Property(tries = 200)
  void atEveryMomentAtMostOnePinHolds(
      @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> moves) {
    PinHistory history = PinHistory.empty();
    Instant at = START;
    List<Optional<ModelKey>> expected = new ArrayList<>();
    for (int move : moves) {
      history = move == 0 ? history.ended(at) : history.movedTo(key(move), at);
      expected.add(move == 0 ? Optional.empty() : Optional.of(key(move)));
      at = at.plusSeconds(1);
    }
    for (int i = 0; i < moves.size(); i++) {
      Instant moment = START.plusSeconds(i);
      assertThat(history.at(moment).map(Pin::target)).isEqualTo(expected.get(i));
      assertThat(history.pins().stream().filter(pin -> pin.holdsAt(moment)).count())
          .isLessThanOrEqualTo(1);
    }
  }

  @Provide
  Arbitrary<ModelFacts> facts() {
    Arbitrary<Optional<String>> text = Arbitraries.of("x", "y", "z").optional();
    Arbitrary<Custody> custody =
        Combinators.combine(text, text, Arbitraries.of(Environment.class).optional())
            .as(Custody::new);
    Arbitrary<Optional<Money>> money = Arbitraries.of(Money.usd("1"), Money.usd("2.5")).optional();
    Arbitrary<TrainingCost> cost = Combinators.combine(money, money).as(TrainingCost::new);
    Arbitrary<Origin> origin = Combinators.combine(text, text).as(Origin::new);
    Arbitrary<List<Checkpoint>> checkpoints =
        Arbitraries.integers()
            .between(1, 3)
            .map(step -> new Checkpoint("m:" + step, step, Optional.empty(), Map.of()))
            .list()
            .uniqueElements()
            .ofMaxSize(3);
    return Combinators.combine(custody, cost, origin, checkpoints, text)
        .as(
            (owned, paid, from, steps, job) ->
                ModelFacts.named(key(1))
                    .ownedBy(owned)
                    .from(from)
                    .withCheckpoints(steps)
                    .madeBy(run(job, paid)));
  }

  private static TrainingRun run(Optional<String> job, TrainingCost cost) {
    return new TrainingRun(
        job,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Dataset.UNKNOWN,
        cost);
  }

  private static ModelKey key(int number) {
    return new ModelKey(Provider.OPENAI, "model-" + number);
  }

  private static Optional<String> name(int number) {
    return Optional.of("model-" + number);
  }
}
