package dev.plumbline.api.exitplans;

import dev.plumbline.api.changes.Given;
import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.api.exitplans.WorkedPlan.CandidateCost;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.exit.successor.Candidate;
import dev.plumbline.lifecycle.exit.successor.CandidateMoney;
import dev.plumbline.lifecycle.exit.successor.Placement;
import dev.plumbline.lifecycle.exit.successor.Route;
import dev.plumbline.lifecycle.exit.successor.StatedFacts;
import dev.plumbline.lifecycle.exit.successor.Successor;
import dev.plumbline.lifecycle.exit.successor.SuccessorChecks;
import dev.plumbline.lifecycle.exit.successor.SwitchNeeds;
import dev.plumbline.lifecycle.exit.value.GivenMoney;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Works one candidate out: who it is, what it costs, what speaks against it. */
final class CandidateWork {

  private static final Currency USD = Currency.getInstance("USD");

  private final CandidateFacts facts;
  private final PlanFacts plan;
  private final Situation situation;
  private final CustomerClasses classes;
  private final PlanPrices prices;

  CandidateWork(
      CandidateFacts facts,
      PlanFacts plan,
      Situation situation,
      CustomerClasses classes,
      PlanPrices prices) {
    this.facts = facts;
    this.plan = plan;
    this.situation = situation;
    this.classes = classes;
    this.prices = prices;
  }

  /**
   * Reads whom the candidate means.
   *
   * @throws dev.plumbline.api.problem.ProblemException 400 naming the field
   */
  static Successor successor(CandidateFacts facts) {
    Route route =
        FactReading.label("route", facts.route(), Route.values())
            .orElseThrow(() -> Input.refused("route", "not one of " + Route.labels()));
    if (route == Route.STOP) {
      return Successor.stop();
    }
    ModelId model = Given.model("candidate", facts.provider(), facts.model());
    Placement placement =
        FactReading.placement("", facts.deployment(), facts.region(), facts.cloud());
    return new Successor(
        route, Optional.of(new Successor.BaseAt(model.provider(), model.canonical())), placement);
  }

  Candidate candidate(String key, DeprecationCalendar calendar, PricedPart spend, LocalDate today) {
    Successor successor = successor(facts);
    CandidateCost cost = cost(calendar, today);
    CandidateMoney money =
        new CandidateMoney(
            delta(cost.month().money(), spend.money()), cost.retraining().money(), effort());
    StatedFacts stated = new StatedFacts(capability(), money.monthlyDelta());
    SuccessorChecks checks = new SuccessorChecks(calendar, needs(successor, today));
    return new Candidate(key, successor, checks.of(successor, stated), money);
  }

  private SwitchNeeds needs(Successor successor, LocalDate today) {
    return new SwitchNeeds(
        today,
        situation.schedule().tunedBy(),
        situation.schedule().switchDate(),
        situation.horizonMonths(),
        situation.method(),
        situation.model().provider(),
        situation.placement(),
        customer(successor, today));
  }

  private CustomerClass customer(Successor successor, LocalDate today) {
    return successor
        .base()
        .map(base -> situation.eligibility(base.provider(), classes, today).customer())
        .orElse(CustomerClass.UNKNOWN);
  }

  private Optional<StatedFacts.Capability> capability() {
    if (facts.capable() == null) {
      return Optional.empty();
    }
    String evidence =
        Given.textIfAny("capable_evidence", facts.capableEvidence())
            .orElse("somebody compared them and left no note");
    return Optional.of(new StatedFacts.Capability(facts.capable(), evidence));
  }

  private static GivenMoney delta(GivenMoney there, GivenMoney today) {
    return there.plus(today.times(BigDecimal.valueOf(-1), "less today"));
  }

  CandidateCost cost(DeprecationCalendar calendar, LocalDate today) {
    Successor successor = successor(facts);
    List<Surcharge> surcharges = surcharges(successor);
    return new CandidateCost(
        month(successor, surcharges),
        retraining(successor, calendar, today),
        surcharges,
        capability());
  }

  /** An amount that was entered for the whole month has them in it. */
  private List<Surcharge> surcharges(Successor successor) {
    if (successor.base().isEmpty()
        || FactReading.money("monthly_cost", facts.monthlyCost()).isPresent()) {
      return List.of();
    }
    Optional<GivenMoney> requests =
        situation
            .traffic()
            .map(traffic -> traffic.on(facts, plan))
            .map(traffic -> PlanWork.month(request(successor, traffic), traffic).money());
    return Surcharge.of(
        successor,
        FactReading.money("hosting_per_month", facts.hostingPerMonth()),
        requests,
        prices.catalogue());
  }

  private PricedPart request(Successor successor, Traffic traffic) {
    return prices.request(successor.base().orElseThrow(), successor.route().tunes(), traffic);
  }

  private PricedPart month(Successor successor, List<Surcharge> surcharges) {
    if (successor.base().isEmpty()) {
      return PricedPart.said(CandidateMoney.nothing(USD, "nothing is called any more"));
    }
    Optional<Money> entered = FactReading.money("monthly_cost", facts.monthlyCost());
    if (entered.isPresent()) {
      return PricedPart.said(GivenMoney.of(entered.get(), "entered"));
    }
    return situation
        .traffic()
        .map(traffic -> traffic.on(facts, plan))
        .map(traffic -> PlanWork.month(request(successor, traffic), traffic))
        .map(requests -> requests.as(Surcharge.added(requests.money(), surcharges)))
        .orElseGet(
            () -> PricedPart.unpriced("nobody has entered the requests and tokens of a month"));
  }

  private PricedPart retraining(
      Successor successor, DeprecationCalendar calendar, LocalDate today) {
    if (!successor.route().tunes()) {
      return PricedPart.said(CandidateMoney.nothing(USD, "nothing is tuned"));
    }
    Optional<Money> entered = FactReading.money("retraining_cost", facts.retrainingCost());
    if (entered.isPresent()) {
      return PricedPart.said(GivenMoney.of(entered.get(), "entered"));
    }
    return FactReading.count("training_tokens", facts.trainingTokens())
        .or(situation::trainedTokens)
        .map(
            tokens ->
                prices.training(
                    successor.base().orElseThrow(),
                    situation.method(),
                    tokens,
                    trainingEnd(calendar, today)))
        .orElseGet(
            () -> PricedPart.unpriced("nobody has entered how many tokens would be trained"));
  }

  /** Empty for a way that does not tune, and when nobody knows the end. */
  Optional<Observation<LocalDate>> trainingEnd(DeprecationCalendar calendar, LocalDate today) {
    Successor successor = successor(facts);
    if (!successor.route().tunes()) {
      return Optional.empty();
    }
    Successor.BaseAt base = successor.base().orElseThrow();
    CustomerClass known = customer(successor, today);
    CustomerClass asked = known == CustomerClass.UNKNOWN ? CustomerClass.ACTIVE : known;
    LifespanQuestion question =
        LifespanQuestion.ofBase(
            base.provider(), base.name(), successor.placement().circumstances(asked));
    return calendar.lifespanOf(question).trainingEnd().findKnown().map(ClockEnd.Known::end);
  }

  private GivenMoney effort() {
    return FactReading.money("effort", facts.effort())
        .map(amount -> GivenMoney.of(amount, "as entered"))
        .orElseGet(() -> GivenMoney.unknown("nobody has estimated the work"));
  }
}
