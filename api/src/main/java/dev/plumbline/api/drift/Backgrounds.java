package dev.plumbline.api.drift;

import dev.plumbline.api.costs.CallCosts;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.api.probes.ProbeRuns;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.evidence.Evidence;
import dev.plumbline.lifecycle.drift.impact.MoneyFigures;
import dev.plumbline.lifecycle.drift.impact.PromptTokens;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import dev.plumbline.lifecycle.drift.verdict.OnsetEstimate;
import dev.plumbline.lifecycle.probe.plan.Arm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What this server knows around a verdict: what the change costs. */
@ApplicationScoped
class Backgrounds {

  private static final Set<String> CHANGED = Set.of("suspected", "confirmed");

  private final ProbeRuns runs;
  private final CurrentPrices prices;

  Backgrounds(ProbeRuns runs, CurrentPrices prices) {
    this.runs = runs;
    this.prices = prices;
  }

  Background of(Organisation organisation, Target target) {
    return (bare, verdict) -> added(organisation, target, bare, verdict);
  }

  private Evidence added(
      Organisation organisation, Target target, Evidence bare, DriftVerdict verdict) {
    return CHANGED.contains(verdict.state().label())
        ? bare.with(figures(organisation, target, verdict))
        : bare;
  }

  private MoneyFigures figures(Organisation organisation, Target target, DriftVerdict verdict) {
    Instant at = verdict.evidence().at();
    Optional<Instant> onset = verdict.onset().map(OnsetEstimate::at);
    List<PromptTokens> prompts =
        onset.map(moment -> runs.taskTokens(organisation, target, moment, at)).orElse(List.of());
    Arm arm = target.subject().arm();
    return new MoneyFigures(
        arm.model(),
        at,
        target.traffic(),
        prompts,
        TokenPrices.of(
            CallCosts.of(prices, organisation), arm.provider(), arm.model(), at, prompts));
  }
}
