package dev.plumbline.api.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.access.BaseUrl;
import dev.plumbline.api.changes.EvidenceRequest;
import dev.plumbline.api.drift.RehearsalView.CostView;
import dev.plumbline.api.exitplans.ExitPlans;
import dev.plumbline.api.exitplans.PlanView;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.ProbeRuns;
import dev.plumbline.api.probes.Target;
import dev.plumbline.api.probes.Targets;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.hash.Sha256;
import dev.plumbline.lifecycle.evaluation.Rehearsal;
import dev.plumbline.lifecycle.probe.check.CheckResult;
import dev.plumbline.lifecycle.probe.plan.Arm;
import dev.plumbline.lifecycle.probe.plan.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Planned changes, rehearsed: a target with the new model as an arm asks both the same in the same
 * minutes and within one budget; here their answers are compared. Nothing is stored, because
 * answers never change; the latest verdicts are kept in memory.
 */
@ApplicationScoped
class Rehearsals {

  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_KEPT = 100;
  private static final Set<Work> ASKED = Set.of(Work.TASKS);

  private static final List<String> ASSUMPTIONS =
      List.of(
          "prompts are independent of each other; a prompt that was asked again counts once, by"
              + " the majority of its answers",
          "Tango's score test is asymptotic: measured 4.98 % for 5 % with 300 prompts",
          "checks do not know which model answered",
          "every family passes at alpha without correction; choosing among several candidates"
              + " needs alpha divided by their number");

  private final Targets targets;
  private final ProbeRuns runs;
  private final ExitPlans plans;
  private final BaseUrl baseUrl;
  private final ObjectMapper json;

  private final Clock clock;
  private final Map<UUID, Judgement> judged = new ConcurrentHashMap<>();

  Rehearsals(
      Targets targets,
      ProbeRuns runs,
      ExitPlans plans,
      BaseUrl baseUrl,
      ObjectMapper json,
      Clock clock) {
    this.targets = targets;
    this.runs = runs;
    this.plans = plans;
    this.baseUrl = baseUrl;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Judges all answers so far as usual, for a page: anew only after a run has ended. Empty for a
   * target without a candidate, or without answers of both.
   */
  Optional<RehearsalView> last(Caller caller, UUID id) {
    Target target = targets.show(caller, id);
    if (candidates(target).findFirst().isEmpty()) {
      return Optional.empty();
    }
    ProbeRuns.Extent extent = runs.extent(caller.organisation(), id, ASKED, target.epochAt());
    Judgement known = judged.get(id);
    if (known == null || !known.extent().equals(extent)) {
      known = new Judgement(extent, usual(caller, id));
      if (judged.size() >= MOST_KEPT) {
        judged.clear();
      }
      judged.put(id, known);
    }
    return known.view();
  }

  private Optional<RehearsalView> usual(Caller caller, UUID id) {
    try {
      return Optional.of(of(caller, id, RehearsalWish.usual(clock.instant())));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** A verdict, and how far the answers reached that it rests on. */
  private record Judgement(ProbeRuns.Extent extent, Optional<RehearsalView> view) {}

  /**
   * Judges all answers so far.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 for a target without a candidate, or
   *     without answers of both
   */
  RehearsalView of(Caller caller, UUID id, RehearsalWish wish) {
    Target target = targets.show(caller, id);
    Target.TargetArm candidate = candidate(target);
    List<Observed> answered =
        runs.observations(caller.organisation(), id, ASKED, target.epochAt()).stream()
            .filter(each -> each.answered() && !each.at().isAfter(wish.until()))
            .toList();
    List<Observed> reference = of(answered, target.subject());
    List<Observed> rehearsed = of(answered, candidate);
    List<Rehearsal.Pair> pairs = pairs(reference, rehearsed);
    if (pairs.isEmpty()) {
      throw Problem.of(ErrorCode.CONFLICT, "no prompt was answered by both models yet")
          .withRemedy("start the target, or ask for its tasks, and wait for the run")
          .asException();
    }
    Rehearsal rehearsal = Input.read("family_margin", () -> Rehearsal.of(pairs, wish.margins()));
    return new RehearsalView(
        id,
        target.subject().arm().model(),
        candidate.arm().model(),
        wish.until(),
        rehearsal.outcome().name().toLowerCase(Locale.ROOT),
        rehearsal.pairsMissing().orElse(null),
        wish.margins().alpha(),
        rehearsal.families().stream().map(RehearsalView.FamilyView::of).toList(),
        cost(target, reference, rehearsed),
        rehearsal.disagreements().stream().map(RehearsalView.DisagreementView::of).toList(),
        ASSUMPTIONS);
  }

  /** Makes a rehearsal evidence of an exit plan; its address computes the same again. */
  PlanView attach(Caller caller, UUID id, UUID plan, RehearsalWish wish) {
    RehearsalView view = of(caller, id, wish);
    return plans.attach(
        caller,
        plan,
        new EvidenceRequest(
            "rehearsal of " + view.candidate(),
            baseUrl.of("/api/v1/drift/targets/%s/rehearsal?%s".formatted(id, wish.query())),
            Sha256.hex(text(view)),
            view.sentence()));
  }

  private static Target.TargetArm candidate(Target target) {
    return candidates(target)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(ErrorCode.CONFLICT, "the target has no arm with the role candidate")
                    .withRemedy("make a target with the model to move to as candidate")
                    .asException());
  }

  private static Stream<Target.TargetArm> candidates(Target target) {
    return target.arms().stream().filter(arm -> arm.arm().role() == Arm.Role.CANDIDATE);
  }

  private static List<Observed> of(List<Observed> all, Target.TargetArm arm) {
    return all.stream().filter(each -> each.arm().equals(arm.arm().name())).toList();
  }

  private static List<Rehearsal.Pair> pairs(List<Observed> reference, List<Observed> candidate) {
    Map<String, List<Observed>> before = judged(reference);
    Map<String, List<Observed>> after = judged(candidate);
    List<Rehearsal.Pair> pairs = new ArrayList<>();
    before.forEach(
        (probe, answers) ->
            Optional.ofNullable(after.get(probe))
                .ifPresent(
                    others ->
                        pairs.add(
                            new Rehearsal.Pair(
                                probe,
                                0,
                                answers.get(0).family(),
                                answer(answers),
                                answer(others)))));
    return pairs;
  }

  private static Map<String, List<Observed>> judged(List<Observed> some) {
    return some.stream()
        .filter(
            each -> each.checked().filter(kind -> kind != CheckResult.Kind.UNDECIDED).isPresent())
        .collect(Collectors.groupingBy(Observed::probe, TreeMap::new, Collectors.toList()));
  }

  /** By the majority; the text is of an answer of that kind. */
  private static Rehearsal.Answer answer(List<Observed> answers) {
    List<Observed> passed =
        answers.stream()
            .filter(each -> each.checked().equals(Optional.of(CheckResult.Kind.PASSED)))
            .toList();
    boolean passes = 2 * passed.size() > answers.size();
    Observed shown =
        passes
            ? passed.get(0)
            : answers.stream().filter(each -> !passed.contains(each)).findFirst().orElseThrow();
    String text = shown.answer().map(Confirmations::text).orElse("");
    return new Rehearsal.Answer(
        passes, text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
  }

  private static CostView cost(Target target, List<Observed> reference, List<Observed> candidate) {
    Optional<BigDecimal> before = mean(reference);
    Optional<BigDecimal> after = mean(candidate);
    if (before.isEmpty() || after.isEmpty()) {
      return new CostView(
          "unknown",
          null,
          null,
          null,
          null,
          "the cost of an answer of %s is not known"
              .formatted(before.isEmpty() ? "the present model" : "the candidate"));
    }
    return new CostView(
        "known",
        target.budget().perMonth().currency().getCurrencyCode(),
        before.get().toPlainString(),
        after.get().toPlainString(),
        after.get().subtract(before.get()).toPlainString(),
        null);
  }

  /** Empty when one of them is not known: a mean of the others would be another one. */
  private static Optional<BigDecimal> mean(List<Observed> some) {
    if (some.isEmpty() || some.stream().anyMatch(each -> each.cost().isEmpty())) {
      return Optional.empty();
    }
    BigDecimal sum =
        some.stream()
            .map(each -> each.cost().orElseThrow())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(sum.divide(BigDecimal.valueOf(some.size()), MathContext.DECIMAL64));
  }

  private String text(RehearsalView view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a rehearsal can be written", e);
    }
  }
}
