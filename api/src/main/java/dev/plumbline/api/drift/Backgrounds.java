package dev.plumbline.api.drift;

import dev.plumbline.api.audit.StatementSigner;
import dev.plumbline.api.costs.CallCosts;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.api.probes.ProbeRuns;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.evidence.Evidence;
import dev.plumbline.lifecycle.drift.evidence.EvidenceWriter;
import dev.plumbline.lifecycle.drift.evidence.FileSignature;
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

/**
 * What this server knows around a verdict: what the change costs, and what the calendar says of the
 * model.
 */
@ApplicationScoped
class Backgrounds {

  private static final Set<String> CHANGED = Set.of("suspected", "confirmed");

  private final ProbeRuns runs;
  private final CurrentPrices prices;
  private final LifecycleFacts facts;
  private final StatementSigner signer;

  Backgrounds(ProbeRuns runs, CurrentPrices prices, LifecycleFacts facts, StatementSigner signer) {
    this.runs = runs;
    this.prices = prices;
    this.facts = facts;
    this.signer = signer;
  }

  Background of(Organisation organisation, Target target) {
    return new Background() {
      @Override
      public Evidence added(Evidence bare, DriftVerdict verdict) {
        Evidence dated = bare.with(facts.of(organisation, target, verdict.evidence().at()));
        return CHANGED.contains(verdict.state().label())
            ? dated.with(figures(organisation, target, verdict))
            : dated;
      }

      @Override
      public byte[] file(Evidence evidence) {
        return EvidenceWriter.write(
            evidence,
            statement ->
                signer
                    .sign(statement)
                    .map(
                        signed ->
                            new FileSignature(
                                signed.keyId(), signed.publicKey(), signed.signature())));
      }
    };
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
