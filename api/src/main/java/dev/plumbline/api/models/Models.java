package dev.plumbline.api.models;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.models.ModelRegistration.Outcome;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.Lineage;
import dev.plumbline.lifecycle.registry.ModelFacts;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.ModelState;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import dev.plumbline.lifecycle.registry.StateChange;
import dev.plumbline.lifecycle.registry.StateKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The fine-tuned models of an organisation. Whoever calls has decided that the actor may; every
 * change is one transaction with its audit entry, and a change that changes nothing leaves none.
 */
@ApplicationScoped
public class Models {

  static final long MOST = 20_000;

  private static final String SUBJECT = "model";

  private final ModelRepository rows;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Models(ModelRepository rows, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** All of them, by provider and name. */
  public List<RegisteredModel> all(Organisation organisation) {
    return rows.all(organisation);
  }

  /** Some of them, by provider and name. */
  public Listed<RegisteredModel> list(Organisation organisation, Slice slice) {
    return rows.list(organisation, slice);
  }

  /** By provider, of those at which anything was ever tuned. */
  public Map<Provider, TuningDays> tuningDays(Organisation organisation) {
    return rows.tuningDays(organisation);
  }

  public Optional<RegisteredModel> find(Organisation organisation, UUID id) {
    return rows.find(organisation, id);
  }

  public Optional<RegisteredModel> find(Organisation organisation, ModelKey key) {
    return rows.find(organisation, key);
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 404 when the organisation has no such model
   */
  public RegisteredModel get(Organisation organisation, UUID id) {
    return find(organisation, id).orElseThrow(() -> Refusals.missing(SUBJECT, id));
  }

  /** Which of them was tuned from which. */
  public Lineage lineage(Organisation organisation) {
    return Lineage.of(all(organisation).stream().map(RegisteredModel::facts).toList());
  }

  /**
   * Registers what a provider lists, or a person knows. By provider and name, so that doing it
   * twice changes nothing; a job whose model had no name yet is registered under the job's id, and
   * gets its name when {@code facts} brings both. What the facts leave open stays as it was. The
   * found state counts for a model that is new, and ends one that was training; later states are
   * for {@link #move}.
   *
   * @throws dev.plumbline.api.problem.ProblemException 400 when the model would come from itself
   */
  @Transactional
  public ModelRegistration register(
      Organisation organisation, Actor actor, ModelFacts facts, ModelState found) {
    tenancy.enterAlone(organisation);
    Optional<FineTuneEntity> row =
        rows.row(organisation, facts.key()).or(() -> ofItsJob(organisation, facts));
    if (row.isEmpty()) {
      return new ModelRegistration(add(organisation, actor, facts, found), Outcome.ADDED);
    }
    RegisteredModel before = rows.model(organisation, row.get());
    RegisteredModel after =
        write(organisation, actor, row.get(), known -> known.mergedWith(facts), found);
    return new ModelRegistration(after, after.equals(before) ? Outcome.UNCHANGED : Outcome.CHANGED);
  }

  /**
   * Replaces what is known about one, for a person who corrects it; its name stays.
   *
   * @throws dev.plumbline.api.problem.ProblemException 404, or 400 when it would come from itself
   */
  @Transactional
  public RegisteredModel change(
      Organisation organisation, Actor actor, UUID id, UnaryOperator<ModelFacts> change) {
    tenancy.enterAlone(organisation);
    FineTuneEntity row = existing(organisation, id);
    return write(organisation, actor, row, change, rows.model(organisation, row).state());
  }

  /**
   * Takes one to another state.
   *
   * @throws dev.plumbline.api.problem.ProblemException 404, or 409 when that state cannot follow
   */
  @Transactional
  public RegisteredModel move(Organisation organisation, Actor actor, UUID id, ModelMove move) {
    tenancy.enterAlone(organisation);
    FineTuneEntity row = existing(organisation, id);
    RegisteredModel before = rows.model(organisation, row);
    row.take(moved(before.state(), move.to(), move.change()));
    row.changedAt = now();
    RegisteredModel after = rows.model(organisation, row);
    record(organisation, actor, "moved", before, after);
    return after;
  }

  private static ModelState moved(ModelState state, StateKind to, StateChange change) {
    try {
      return state.become(to, change);
    } catch (IllegalArgumentException e) {
      throw Refusals.conflict(String.valueOf(e.getMessage()), "choose a state that can follow");
    }
  }

  /** While a job runs, its model may have no name yet. */
  private Optional<FineTuneEntity> ofItsJob(Organisation organisation, ModelFacts facts) {
    return facts
        .run()
        .job()
        .map(job -> new ModelKey(facts.key().provider(), job))
        .flatMap(key -> rows.row(organisation, key));
  }

  private RegisteredModel add(
      Organisation organisation, Actor actor, ModelFacts facts, ModelState found) {
    if (rows.count(organisation) >= MOST) {
      throw Refusals.full("models", MOST);
    }
    checkLineage(organisation, facts);
    FineTuneEntity row = new FineTuneEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.take(facts);
    row.take(found);
    row.registeredAt = now();
    row.changedAt = row.registeredAt;
    rows.insert(row);
    rows.keep(row, facts.checkpoints());
    RegisteredModel added = rows.model(organisation, row);
    trail.record(
        organisation,
        actor,
        AuditedChange.of("model.registered", SUBJECT, row.id).to(ModelView.of(added)));
    return added;
  }

  private RegisteredModel write(
      Organisation organisation,
      Actor actor,
      FineTuneEntity row,
      UnaryOperator<ModelFacts> change,
      ModelState found) {
    RegisteredModel before = rows.model(organisation, row);
    ModelFacts facts = Refusals.unlessRefused("parent", () -> change.apply(before.facts()));
    ModelState state = afterTraining(before.state(), found);
    if (facts.equals(before.facts()) && state.equals(before.state())) {
      return before;
    }
    checkLineage(organisation, facts);
    row.take(facts);
    row.take(state);
    row.changedAt = now();
    rows.keep(row, facts.checkpoints());
    RegisteredModel after = rows.model(organisation, row);
    record(organisation, actor, "changed", before, after);
    return after;
  }

  /** A provider's list ends a training; what came after it was said by people and stays. */
  private static ModelState afterTraining(ModelState state, ModelState found) {
    return state instanceof ModelState.Training && state.next().contains(found.kind())
        ? found
        : state;
  }

  private void checkLineage(Organisation organisation, ModelFacts facts) {
    if (facts.origin().parent().isPresent()) {
      Lineage lineage = lineage(organisation);
      Refusals.unlessRefused("parent", () -> lineage.with(facts.key(), facts.origin()));
    }
  }

  private FineTuneEntity existing(Organisation organisation, UUID id) {
    return rows.row(organisation, id).orElseThrow(() -> Refusals.missing(SUBJECT, id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(
      Organisation organisation,
      Actor actor,
      String verb,
      RegisteredModel before,
      RegisteredModel after) {
    trail.record(
        organisation,
        actor,
        AuditedChange.of(SUBJECT + "." + verb, SUBJECT, after.id())
            .from(ModelView.of(before))
            .to(ModelView.of(after)));
  }
}
