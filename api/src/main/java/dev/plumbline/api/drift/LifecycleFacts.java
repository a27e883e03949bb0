package dev.plumbline.api.drift;

import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.exitplans.ExitPlans;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.Target;
import dev.plumbline.core.model.AliasMove;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.drift.evidence.LifecycleFact;
import dev.plumbline.lifecycle.probe.plan.Arm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the organisation's calendar knows of a probed model, and of its base. */
@ApplicationScoped
class LifecycleFacts {

  private final Calendars calendars;
  private final ExitPlans plans;

  LifecycleFacts(Calendars calendars, ExitPlans plans) {
    this.calendars = calendars;
    this.plans = plans;
  }

  /**
   * Dates, what an alias meant at the baseline and means now, and planned moves.
   *
   * @param at the moment that is now
   */
  List<LifecycleFact> of(Organisation organisation, Target target, Instant at) {
    Arm arm = target.subject().arm();
    List<LifecycleFact> facts = new ArrayList<>();
    Optional<ModelId> named = named(arm.provider(), arm.model());
    if (named.isEmpty()) {
      facts.add(
          LifecycleFact.unknown(
              arm.model(),
              "dates and moves",
              "the name says no model; register the deployment with the model behind it"));
    }
    named.ifPresent(
        model -> {
          facts.addAll(ends(organisation, model, arm.model()));
          model
              .base()
              .filter(base -> model.kind().isFineTuned())
              .flatMap(base -> named(arm.provider(), base))
              .ifPresent(
                  base -> facts.addAll(ends(organisation, base, "base " + base.canonical())));
          if (model.kind() == ModelKind.ALIAS) {
            facts.addAll(alias(model, target.epochAt(), at));
          }
          facts.add(plan(organisation, model, arm.model()));
        });
    target.arms().stream()
        .map(Target.TargetArm::arm)
        .filter(each -> each.role() == Arm.Role.CANDIDATE)
        .map(
            each ->
                LifecycleFact.known(
                    arm.model(), "rehearsed move", each.model(), "entered", "arms of this target"))
        .forEach(facts::add);
    return facts;
  }

  private static Optional<ModelId> named(Provider provider, String name) {
    return ModelNames.bundled()
        .parse(name)
        .match(id -> Optional.of(id.servedBy(provider)), none -> Optional.empty());
  }

  private List<LifecycleFact> ends(Organisation organisation, ModelId model, String shown) {
    Lifespan span =
        calendars
            .of(organisation)
            .lifespanOf(
                new LifespanQuestion(
                    model, calendars.classes(organisation).circumstances(model.provider())));
    return List.of(
        end(shown, "end of training", span.trainingEnd()),
        end(shown, "end of inference", span.inferenceEnd()));
  }

  private static LifecycleFact end(String model, String what, ClockEnd end) {
    return end.match(
        known ->
            LifecycleFact.known(
                model,
                what,
                known.end().value().toString(),
                known.certainty().name().toLowerCase(Locale.ROOT)
                    + (known.isDisputed() ? ", disputed" : ""),
                known.end().source().name()),
        unknown -> LifecycleFact.unknown(model, what, unknown.reason()));
  }

  private static List<LifecycleFact> alias(ModelId model, Instant baseline, Instant now) {
    String name = model.canonical();
    List<LifecycleFact> facts = new ArrayList<>();
    facts.add(meaning(model, "alias means at the baseline", baseline));
    facts.add(meaning(model, "alias means now", now));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Aliases.bundled().moves(model.provider(), name).stream()
        .filter(move -> move.effective().filter(day -> day.isAfter(today)).isPresent())
        .map(move -> planned(name, move))
        .forEach(facts::add);
    return facts;
  }

  private static LifecycleFact meaning(ModelId model, String what, Instant at) {
    return Aliases.bundled()
        .targetAt(model.provider(), model.canonical(), at)
        .map(
            means ->
                LifecycleFact.known(
                    model.canonical(),
                    what,
                    means.snapshot(),
                    means.uncertain() ? "uncertain" : "stated",
                    means.source()))
        .orElseGet(
            () ->
                LifecycleFact.unknown(
                    model.canonical(), what, "no source says what it meant at that time"));
  }

  private static LifecycleFact planned(String alias, AliasMove move) {
    return LifecycleFact.known(
        alias,
        "planned move of the alias",
        "%s from %s on"
            .formatted(
                move.snapshot().orElse("no snapshot of its own"),
                move.effective().map(LocalDate::toString).orElse("?")),
        move.observed() ? "seen" : "announced",
        move.source());
  }

  private LifecycleFact plan(Organisation organisation, ModelId model, String shown) {
    return plans.isOpen(organisation, model)
        ? LifecycleFact.known(shown, "exit plan", "open", "entered", "exit plans")
        : LifecycleFact.unknown(shown, "exit plan", "no open exit plan on this server");
  }
}
