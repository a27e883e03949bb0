package dev.plumbline.api.pins;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.Evidence;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.models.PinPlace;
import dev.plumbline.api.models.Pins;
import dev.plumbline.api.models.RegisteredConsumer;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.registry.ModelDates;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.pinning.PinRequest;
import dev.plumbline.lifecycle.pinning.PinVerdict;
import dev.plumbline.lifecycle.pinning.PinningPolicy;
import dev.plumbline.lifecycle.pinning.Waiver;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.Pin;
import dev.plumbline.lifecycle.registry.PinHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks the policy of an application's environment, and sets pins that it allows. Whoever calls has
 * decided that the actor may.
 */
@ApplicationScoped
public class PinChecks {

  private final Consumers consumers;
  private final Pins pins;
  private final Models models;
  private final Deployments deployments;
  private final ModelDates dates;
  private final Evidence evidence;
  private final Policies policies;
  private final Waivers waivers;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  PinChecks(
      Consumers consumers,
      Pins pins,
      Models models,
      Deployments deployments,
      ModelDates dates,
      Evidence evidence,
      Policies policies,
      Waivers waivers,
      Tenancy tenancy,
      AuditTrail trail,
      Clock clock) {
    this.consumers = consumers;
    this.pins = pins;
    this.models = models;
    this.deployments = deployments;
    this.dates = dates;
    this.evidence = evidence;
    this.policies = policies;
    this.waivers = waivers;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * What the policy says, without setting anything.
   *
   * @throws dev.plumbline.api.problem.ProblemException 404 for an application that is not there,
   *     409 for one that no longer runs
   */
  @Transactional
  public PinCheck check(Organisation organisation, PinWish wish) {
    RegisteredConsumer consumer = running(organisation, wish.place());
    PinHistory history = pins.history(organisation, wish.place().consumer(), wish.place().slot());
    Optional<ModelKey> back = wish.rollback().or(() -> before(history, wish.target()));
    PinRequest request = request(facts(organisation), consumer, wish.target(), back);
    return checked(organisation, wish.place(), request, waivers.holding(organisation));
  }

  /**
   * Sets the pin when the policy allows it. A refusal changes nothing and leaves an audit entry.
   *
   * @throws dev.plumbline.api.problem.ProblemException as {@link #check} does
   */
  @Transactional
  public PinCheck set(Organisation organisation, Actor actor, PinWish wish) {
    tenancy.enterAlone(organisation);
    PinCheck check = check(organisation, wish);
    if (check.isAllowed()) {
      pins.move(organisation, actor, wish.place(), Optional.of(wish.target()));
    } else {
      trail.record(
          organisation,
          actor,
          AuditedChange.of("pin.refused", "consumer", wish.place().consumer())
              .to(PinCheckView.of(check)));
    }
    return check;
  }

  /** The pins that hold now and that the policies of today refuse, by consumer and slot. */
  @Transactional
  public List<PinCheck> violations(Organisation organisation) {
    Map<UUID, RegisteredConsumer> running = new HashMap<>();
    consumers.all(organisation).stream()
        .filter(each -> each.archivedAt().isEmpty())
        .forEach(each -> running.put(each.id(), each));
    List<Waiver> holding = waivers.holding(organisation);
    PinFacts facts = facts(organisation);
    Map<Environment, PinningPolicy> holdingPolicies = new EnumMap<>(Environment.class);
    List<PinCheck> refused = new ArrayList<>();
    pins.histories(organisation)
        .forEach(
            (place, history) -> {
              RegisteredConsumer consumer = running.get(place.consumer());
              Optional<ModelKey> target = history.current().map(Pin::target);
              if (consumer != null && target.isPresent()) {
                PinRequest request =
                    request(facts, consumer, target.get(), before(history, target.get()));
                PinningPolicy policy =
                    holdingPolicies.computeIfAbsent(
                        request.environment(), where -> policies.of(organisation, where));
                PinCheck check = new PinCheck(place, request, policy.verdict(request, holding));
                if (!check.isAllowed()) {
                  refused.add(check);
                }
              }
            });
    return refused;
  }

  private PinCheck checked(
      Organisation organisation, PinPlace place, PinRequest request, List<Waiver> holding) {
    PinVerdict verdict = policies.of(organisation, request.environment()).verdict(request, holding);
    return new PinCheck(place, request, verdict);
  }

  private PinRequest request(
      PinFacts facts, RegisteredConsumer consumer, ModelKey target, Optional<ModelKey> back) {
    return new PinRequest(
        consumer.id(),
        consumer.consumer().environment(),
        now(),
        facts.target(target),
        facts.rollback(back),
        facts.evaluatedAt(target));
  }

  /** What is called now, when that is another model; else what was called before it. */
  private static Optional<ModelKey> before(PinHistory history, ModelKey target) {
    return history
        .current()
        .map(Pin::target)
        .filter(now -> !now.equals(target))
        .or(() -> history.previous().map(Pin::target).filter(key -> !key.equals(target)));
  }

  private RegisteredConsumer running(Organisation organisation, PinPlace place) {
    RegisteredConsumer consumer = consumers.get(organisation, place.consumer());
    if (consumer.archivedAt().isPresent()) {
      throw Problem.of(
              ErrorCode.CONFLICT,
              "the application %s no longer runs".formatted(consumer.consumer().application()))
          .withRemedy("bring it back with archived=false, or choose another one")
          .asException();
    }
    return consumer;
  }

  private PinFacts facts(Organisation organisation) {
    return new PinFacts(organisation, models, deployments, dates, evidence, now());
  }

  private Instant now() {
    return clock.instant();
  }
}
