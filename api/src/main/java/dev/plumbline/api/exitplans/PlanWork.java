package dev.plumbline.api.exitplans;

import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.api.exitplans.PlanDocument.KeyedCandidate;
import dev.plumbline.api.exitplans.WorkedPlan.CandidateCost;
import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.deprecation.eligibility.Eligibility;
import dev.plumbline.lifecycle.exit.ExitClocks;
import dev.plumbline.lifecycle.exit.ExitPlan;
import dev.plumbline.lifecycle.exit.ExitProgress;
import dev.plumbline.lifecycle.exit.ExitSubject;
import dev.plumbline.lifecycle.exit.LatestStart;
import dev.plumbline.lifecycle.exit.successor.Candidate;
import dev.plumbline.lifecycle.exit.successor.CandidateOrder;
import dev.plumbline.lifecycle.exit.successor.CandidateOrder.Ranked;
import dev.plumbline.lifecycle.exit.value.DaysLeft;
import dev.plumbline.lifecycle.exit.value.GivenMoney;
import dev.plumbline.lifecycle.exit.value.Outlook;
import dev.plumbline.lifecycle.exit.value.TrainingValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works a plan out: from what was entered, the calendar and the prices of one day. */
final class PlanWork {

  private final PlanSubject subject;
  private final PlanDocument document;
  private final Situation situation;
  private final DeprecationCalendar calendar;
  private final CustomerClasses classes;
  private final PlanPrices prices;
  private final LocalDate today;

  PlanWork(
      PlanSubject subject,
      PlanDocument document,
      DeprecationCalendar calendar,
      CustomerClasses classes,
      PlanPrices prices,
      LocalDate today) {
    this.subject = subject;
    this.document = document;
    this.situation = Situation.of(subject, document.facts(), today);
    this.calendar = calendar;
    this.classes = classes;
    this.prices = prices;
    this.today = today;
  }

  /**
   * The plan as of today.
   *
   * @param decision about the change to the chosen candidate
   */
  WorkedPlan plan(Decision decision) {
    ExitClocks clocks = clocks();
    PricedPart spend = spend();
    List<Candidate> candidates = new ArrayList<>();
    Map<String, CandidateCost> costs = new LinkedHashMap<>();
    for (KeyedCandidate keyed : document.candidates()) {
      CandidateWork work = work(keyed.facts());
      candidates.add(work.candidate(keyed.key(), calendar, spend, today));
      costs.put(keyed.key(), work.cost(calendar, today));
    }
    ExitProgress progress = Progress.of(document, decision);
    List<Ranked> ranked = new CandidateOrder(situation.horizonMonths()).rank(candidates);
    return new WorkedPlan(
        new ExitPlan(
            exitSubject(),
            clocks,
            outlook(clocks, spend),
            situation.schedule(),
            ranked,
            latestStart(clocks, progress),
            progress),
        spend,
        costs);
  }

  private CandidateWork work(CandidateFacts facts) {
    return new CandidateWork(facts, document.facts(), situation, classes, prices);
  }

  private ExitSubject exitSubject() {
    return new ExitSubject(
        subject.model(),
        subject.base(),
        said(document.facts().environment()).or(subject::environment),
        said(document.facts().owner()).or(subject::owner),
        subject.dependants());
  }

  private static Optional<String> said(@Nullable String text) {
    return Optional.ofNullable(text).filter(each -> !each.isBlank());
  }

  private ExitClocks clocks() {
    Eligibility eligibility = situation.eligibility(subject.model().provider(), classes, today);
    LifespanQuestion question =
        new LifespanQuestion(
            subject.model(), situation.placement().circumstances(eligibility.customer()));
    return new ExitClocks(today, calendar.lifespanOf(question), eligibility);
  }

  private PricedPart spend() {
    if (situation.enteredSpend().isPresent()) {
      return PricedPart.said(GivenMoney.of(situation.enteredSpend().get(), "entered"));
    }
    if (situation.traffic().isEmpty()) {
      return PricedPart.unpriced("nobody has entered the requests and tokens of a month");
    }
    Traffic traffic = situation.traffic().get();
    PricedPart requests = month(prices.request(subject.model(), traffic), traffic);
    return situation
        .hosting()
        .map(
            amount ->
                requests.as(requests.money().plus(GivenMoney.of(amount, "hosting as entered"))))
        .orElse(requests);
  }

  /** A month of requests. */
  static PricedPart month(PricedPart request, Traffic traffic) {
    return request.as(
        request
            .money()
            .times(
                BigDecimal.valueOf(traffic.requests()),
                "%d requests a month".formatted(traffic.requests())));
  }

  private Outlook outlook(ExitClocks clocks, PricedPart spend) {
    GivenMoney training =
        situation
            .trainingSpend()
            .map(amount -> GivenMoney.of(amount, "entered"))
            .or(() -> subject.trainingCost().map(cost -> GivenMoney.of(cost, "of the registry")))
            .orElseGet(() -> GivenMoney.unknown("nobody has entered what the training cost"));
    return new Outlook(
        clocks.inferenceLeft(),
        spend.money(),
        new TrainingValue(training, situation.since().or(subject::finished)));
  }

  private LatestStart latestStart(ExitClocks clocks, ExitProgress progress) {
    Optional<LocalDate> training =
        progress
            .choice()
            .flatMap(choice -> facts(choice.candidate()))
            .flatMap(facts -> work(facts).trainingEnd(calendar, today))
            .map(end -> end.value());
    return LatestStart.of(
        situation.schedule(), clocks.inferenceLeft().map(DaysLeft::end), training);
  }

  private Optional<CandidateFacts> facts(String key) {
    return document.candidates().stream()
        .filter(each -> each.key().equals(key))
        .map(KeyedCandidate::facts)
        .findFirst();
  }
}
