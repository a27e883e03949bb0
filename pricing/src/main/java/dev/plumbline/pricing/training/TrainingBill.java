package dev.plumbline.pricing.training;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceLookup;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lines of one plan, written one by one until a price is missing. Used once. */
final class TrainingBill {

  private static final Set<Provider> SELL_BY_SIZE = Set.of(Provider.TOGETHER, Provider.FIREWORKS);

  private final TrainingPlan plan;
  private final BaseModel base;
  private final PriceCatalogue catalogue;
  private final List<CostLine> lines = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  TrainingBill(TrainingPlan plan, BaseModel base, PriceCatalogue catalogue) {
    this.plan = plan;
    this.base = base;
    this.catalogue = catalogue;
    notes.addAll(base.notes());
  }

  CostBreakdown breakdown(FreeAllowances allowances) throws MissingTermException {
    PriceLookup.Found price = trainingPrice();
    if (price.price().unit() == PriceUnit.PER_TRAINING_HOUR) {
      hours(price);
    } else {
      tokens(price, allowances.on(plan.provider(), base.snapshot(), plan.at()));
    }
    minimum();
    Money total = lines.stream().map(CostLine::amount).reduce(Money::plus).orElseThrow();
    return new CostBreakdown(total, lines, catalogue.version(), List.copyOf(notes));
  }

  private PriceLookup.Found trainingPrice() throws MissingTermException {
    if (SELL_BY_SIZE.contains(plan.provider()) && plan.terms().sizeClass().isEmpty()) {
      throw new MissingTermException(
          "%s prices training by the size of the model; name one of the size classes: %s"
              .formatted(plan.provider(), String.join("; ", sizeClasses())));
    }
    PriceLookup.Found price =
        required(question(plan.terms().sizeClass().orElse(base.snapshot()), Component.TRAINING));
    boolean hourly = price.price().unit() == PriceUnit.PER_TRAINING_HOUR;
    if (hourly != (plan.method() == TrainingMethod.RFT)) {
      throw new MissingTermException(
          "%s prices the training of %s %s, and the rows are for %s"
              .formatted(
                  plan.provider(),
                  base.snapshot(),
                  hourly ? "by the hour for reinforcement" : "by token for supervised tuning",
                  plan.method()));
    }
    return price;
  }

  private List<String> sizeClasses() {
    return catalogue.believed().stream()
        .filter(row -> row.provider().equals(plan.provider()))
        .filter(row -> row.component() == Component.TRAINING)
        .map(ListPrice::model)
        .distinct()
        .toList();
  }

  private void tokens(PriceLookup.Found price, Optional<ListPrice> allowance)
      throws MissingTermException {
    BilledTokens billed = BilledTokens.of(plan);
    notes.addAll(billed.notes());
    long free = allowance.map(row -> row.amount().longValue()).orElse(0L);
    free = Math.min(free, billed.tokens());
    lines.add(line(price, BigDecimal.valueOf(billed.tokens() - free)));
    if (allowance.isPresent()) {
      lines.add(freeLine(allowance.get(), free, lines.get(0)));
      notes.add(
          "%d tokens of that day are free; all runs are taken to be on one day".formatted(free));
    }
    if (!plan.trainedTokens().isExact()) {
      notes.add("the number of tokens is an estimate");
    }
  }

  /** Free tokens cost nothing; the line names the row that says so. */
  private static CostLine freeLine(ListPrice allowance, long free, CostLine paid) {
    return new CostLine(
        Component.FREE_TRAINING_ALLOWANCE,
        BigDecimal.valueOf(free),
        allowance,
        allowance.rate(),
        Money.zero(paid.amount().currency()),
        Optional.empty(),
        List.of());
  }

  private void hours(PriceLookup.Found price) throws MissingTermException {
    BigDecimal hours =
        plan.terms()
            .hours()
            .orElseThrow(
                () ->
                    new MissingTermException(
                        "reinforcement training is billed by the hour; say how many hours"));
    BigDecimal runs = BigDecimal.valueOf(plan.runs());
    lines.add(line(price, hours.multiply(runs)));
    Optional<GraderUse> grader = plan.terms().grader();
    if (grader.isPresent()) {
      grader(grader.get(), runs);
    } else {
      notes.add("tokens of a grading model are billed apart and are not in here");
    }
    cap(runs);
  }

  private void grader(GraderUse use, BigDecimal runs) throws MissingTermException {
    BigDecimal input = BigDecimal.valueOf(use.inputTokens()).multiply(runs);
    BigDecimal output = BigDecimal.valueOf(use.outputTokens()).multiply(runs);
    lines.add(line(required(grader(use, Component.INPUT)), input));
    lines.add(line(required(grader(use, Component.OUTPUT)), output));
  }

  private PriceQuestion grader(GraderUse use, Component component) {
    return PriceQuestion.of(plan.provider(), use.model(), component, plan.at());
  }

  /** A job pauses at its cap; whoever resumes it pays without one. */
  private void cap(BigDecimal runs) {
    Optional<PriceLookup.Found> cap = find(Component.TRAINING_JOB_CAP);
    if (cap.isEmpty() || plan.terms().resumed()) {
      return;
    }
    ListPrice row = cap.get().price();
    Money most = new Money(row.currency(), row.amount().multiply(runs));
    Money sum = lines.stream().map(CostLine::amount).reduce(Money::plus).orElseThrow();
    if (sum.compareTo(most) > 0) {
      lines.add(adjustment(row, runs, most.minus(sum)));
      notes.add("the job pauses at %s; resumed, it would cost %s in all".formatted(most, sum));
    }
  }

  private void minimum() {
    Optional<PriceLookup.Found> minimum = find(Component.TRAINING_MINIMUM);
    if (minimum.isEmpty()) {
      return;
    }
    BigDecimal runs = BigDecimal.valueOf(plan.runs());
    ListPrice row = minimum.get().price();
    Money least = new Money(row.currency(), row.amount().multiply(runs));
    Money sum = lines.stream().map(CostLine::amount).reduce(Money::plus).orElseThrow();
    if (sum.compareTo(least) < 0) {
      lines.add(adjustment(row, runs, least.minus(sum)));
      notes.add("a job costs at least " + row.rate());
    }
  }

  private static CostLine adjustment(ListPrice row, BigDecimal jobs, Money amount) {
    return new CostLine(
        row.component(), jobs, row, row.rate(), amount, Optional.empty(), List.of());
  }

  private Optional<PriceLookup.Found> find(Component component) {
    return catalogue.find(question(base.snapshot(), component)).findFound();
  }

  private PriceQuestion question(String model, Component component) {
    return PriceQuestion.of(plan.provider(), model, component, plan.at())
        .ofFineTune(true)
        .forVariant(plan.terms().variant());
  }

  private PriceLookup.Found required(PriceQuestion question) throws MissingTermException {
    PriceLookup answer = catalogue.find(question);
    if (answer instanceof PriceLookup.NotFound missing) {
      throw new MissingTermException(missing.explanation());
    }
    PriceLookup.Found found = (PriceLookup.Found) answer;
    notes.addAll(found.assumptions());
    return found;
  }

  private static CostLine line(PriceLookup.Found found, BigDecimal quantity) {
    CostLine plain = CostLine.of(found.price(), quantity);
    return new CostLine(
        plain.component(),
        quantity,
        plain.price(),
        plain.rate(),
        plain.amount(),
        Optional.empty(),
        found.conflicts());
  }
}
