package dev.plumbline.pricing.breakeven.explore;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEvenAnalysis;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import dev.plumbline.pricing.breakeven.VolumeRange;
import dev.plumbline.pricing.breakeven.fixed.FixedCosts;
import dev.plumbline.pricing.breakeven.fixed.MonthlyCosts;
import dev.plumbline.pricing.inference.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tuned model against several ways to do without it. The fair opponent is the cheapest adequate
 * untuned model, often a newer one, and a compressed prompt; which are adequate the planner says.
 *
 * @param answers one break-even for each base, in the order given; the first is the scenario's own
 * @param options all ways with their cost at the planner's volume, the cheapest first
 * @param cheapest which way is cheapest at which volumes, ascending
 */
public record Comparison(
    List<BreakEvenAnswer> answers, List<Option> options, List<CheapestRange> cheapest) {

  private static final int GRID = 181;
  private static final int HALVINGS = 40;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int MOST_BASES = 20;

  /** A further way to do without the tuned model, and what it costs a month beside its requests. */
  public record BaseOption(Side side, Money fixedPerMonth) {
    public BaseOption {
      requireNonNull(side, "side");
      requireNonNull(fixedPerMonth, "fixedPerMonth");
    }
  }

  /**
   * One way at the planner's volume.
   *
   * @param total discounted cost over the horizon
   * @param tuned whether this is the tuned model
   */
  public record Option(String name, Money total, boolean tuned) {
    public Option {
      requireNonNull(name, "name");
      requireNonNull(total, "total");
    }
  }

  /** Volumes at which one way is the cheapest. */
  public record CheapestRange(String name, VolumeRange volumes) {
    public CheapestRange {
      requireNonNull(name, "name");
      requireNonNull(volumes, "volumes");
    }
  }

  public Comparison {
    answers = List.copyOf(answers);
    options = List.copyOf(options);
    cheapest = List.copyOf(cheapest);
  }

  public static Comparison of(BreakEvenScenario scenario, List<BaseOption> others) {
    if (others.size() >= MOST_BASES) {
      throw new IllegalArgumentException("too many alternatives: " + others.size() + " of 19");
    }
    List<BreakEvenScenario> scenarios =
        Stream.concat(Stream.of(scenario), others.stream().map(other -> against(scenario, other)))
            .toList();
    var contenders = new Contenders(scenarios);
    return new Comparison(
        scenarios.stream().map(BreakEvenAnalysis::of).toList(),
        contenders.at(scenario.requestsPerMonth()),
        contenders.ranges());
  }

  /** The name of the cheapest way at the planner's volume. */
  public Option cheapestAtOwnVolume() {
    return options.get(0);
  }

  private static BreakEvenScenario against(BreakEvenScenario scenario, BaseOption other) {
    FixedCosts fixed = scenario.fixed();
    var monthly = new MonthlyCosts(other.fixedPerMonth(), fixed.monthly().tuned());
    return scenario
        .withBase(other.side())
        .withFixed(new FixedCosts(fixed.training(), fixed.people(), fixed.retraining(), monthly));
  }

  /** All ways, asked for their cost at many volumes. */
  private record Contenders(List<BreakEvenScenario> scenarios, List<TotalCosts> costs) {

    Contenders(List<BreakEvenScenario> scenarios) {
      this(scenarios, scenarios.stream().map(TotalCosts::new).toList());
    }

    List<Option> at(BigDecimal volume) {
      var options = new ArrayList<Option>();
      for (int i = 0; i < scenarios.size(); i++) {
        String name = scenarios.get(i).base().name();
        options.add(new Option(name, costs.get(i).base(volume), false));
      }
      String tuned = scenarios.get(0).tuned().name();
      options.add(new Option(tuned, costs.get(0).tuned(volume), true));
      options.sort(Comparator.comparing(Option::total)); // stable: ties go to the base
      return options;
    }

    String cheapest(BigDecimal volume) {
      return at(volume).get(0).name();
    }

    List<CheapestRange> ranges() {
      var ranges = new ArrayList<CheapestRange>();
      List<BigDecimal> grid = Volumes.between(BigDecimal.ONE, Volumes.LARGEST, GRID);
      BigDecimal from = BigDecimal.ZERO;
      for (int i = 1; i < grid.size(); i++) {
        String before = cheapest(grid.get(i - 1));
        if (!before.equals(cheapest(grid.get(i)))) {
          BigDecimal change = changeBetween(grid.get(i - 1), grid.get(i), before);
          ranges.add(new CheapestRange(before, new VolumeRange(from, Optional.of(change))));
          from = change;
        }
      }
      String last = cheapest(grid.get(grid.size() - 1));
      ranges.add(new CheapestRange(last, new VolumeRange(from, Optional.empty())));
      return ranges;
    }

    private BigDecimal changeBetween(BigDecimal from, BigDecimal to, String before) {
      BigDecimal low = from;
      BigDecimal high = to;
      for (int i = 0; i < HALVINGS; i++) {
        BigDecimal middle = low.add(high).divide(TWO);
        if (cheapest(middle).equals(before)) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return high;
    }
  }
}
