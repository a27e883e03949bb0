package dev.plumbline.api.probes;

import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Rows;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.lists.UniqueKeys;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.probe.EndpointLimits;
import dev.plumbline.lifecycle.probe.plan.Arm;
import dev.plumbline.lifecycle.probe.plan.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Targets in PostgreSQL. */
@ApplicationScoped
class TargetRepository {

  /**
   * Runs of the tripwire that are looked at for what was refused: each says it again, so that a day
   * of failures does not forget it, and a new baseline asks anew.
   */
  private static final int RUNS_REMEMBERED = 24;

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final Rows<TargetEntity> rows;

  TargetRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.rows = new Rows<>(entities, tenancy, TargetEntity.class, "name", row -> row.name);
  }

  @Transactional
  Listed<Target> list(Organisation organisation, Slice slice) {
    return rows.list(organisation, slice).as(this::whole);
  }

  @Transactional
  List<Target> all(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from TargetEntity where organisationId = :organisation order by name",
            TargetEntity.class)
        .setParameter("organisation", organisation.id())
        .getResultStream()
        .map(this::whole)
        .toList();
  }

  @Transactional
  Optional<Target> find(Organisation organisation, UUID id) {
    return row(organisation, id).map(this::whole);
  }

  Optional<TargetEntity> row(Organisation organisation, UUID id) {
    return rows.find(organisation, id);
  }

  long count(Organisation organisation) {
    return rows.count(organisation);
  }

  private Target whole(TargetEntity row) {
    return row.toTarget(arms(row), stages(row));
  }

  private List<Target.TargetArm> arms(TargetEntity row) {
    return query(
            """
            select arm.name, arm.role, arm.model, account.provider, arm.account_id, arm.least_output,
              exists (
                select 1 from probe_observation seen
                where seen.organisation_id = arm.organisation_id and seen.arm = arm.name
                  and seen.reason = '%s' and seen.run_id in (
                    select run.id from probe_run run
                    where run.organisation_id = arm.organisation_id and run.target_id = arm.target_id
                      and run.work = 'tripwire' and run.slot >= cast('%s' as timestamptz)
                    order by run.slot desc limit %d))
            from drift_arm arm join provider_account account
              on account.organisation_id = arm.organisation_id and account.id = arm.account_id
            where arm.organisation_id = :organisation and arm.target_id = :target
            order by arm.position"""
                .formatted(Result.NO_LOGPROBS, row.epochAt, RUNS_REMEMBERED),
            row)
        .stream()
        .map(
            each ->
                new Target.TargetArm(
                    new Arm(
                        (String) each[0],
                        Arm.Role.find((String) each[1]).orElseThrow(),
                        (String) each[2],
                        new Provider((String) each[3])),
                    (UUID) each[4],
                    new EndpointLimits(((Number) each[5]).intValue(), !((Boolean) each[6]))))
        .toList();
  }

  private List<Target.Stage> stages(TargetEntity row) {
    return query(
            """
            select work, every_seconds, calls, per_cycle from drift_stage
            where organisation_id = :organisation and target_id = :target order by work""",
            row)
        .stream()
        .map(
            each ->
                new Target.Stage(
                    Work.find((String) each[0]).orElseThrow(),
                    Duration.ofSeconds(((Number) each[1]).longValue()),
                    ((Number) each[2]).longValue(),
                    Money.of(Currency.getInstance(row.currency), (String) each[3])))
        .toList();
  }

  private List<Object[]> query(String sql, TargetEntity row) {
    return entities
        .createNativeQuery(sql, Object[].class)
        .setParameter("organisation", row.organisationId)
        .setParameter("target", row.id)
        .getResultList();
  }

  /** Within a transaction of an organisation that was entered. */
  void insert(TargetEntity row, List<Target.TargetArm> arms, List<Target.Stage> stages) {
    UniqueKeys.store(
        entities,
        row,
        Problem.of(ErrorCode.CONFLICT, "there is a target of this name")
            .withRemedy("choose another name")
            .asException());
    for (int position = 0; position < arms.size(); position++) {
      insert(row, arms.get(position), position);
    }
    stages.forEach(stage -> insert(row, stage));
  }

  private void insert(TargetEntity row, Target.TargetArm arm, int position) {
    entities
        .createNativeQuery(
            """
            insert into drift_arm (organisation_id, target_id, name, position, role, account_id, model,
              least_output)
            values (:organisation, :target, :name, :position, :role, :account, :model, :least)""")
        .setParameter("organisation", row.organisationId)
        .setParameter("target", row.id)
        .setParameter("name", arm.arm().name())
        .setParameter("position", position)
        .setParameter("role", arm.arm().role().label())
        .setParameter("account", arm.account())
        .setParameter("model", arm.arm().model())
        .setParameter("least", arm.leastOutput())
        .executeUpdate();
  }

  private void insert(TargetEntity row, Target.Stage stage) {
    entities
        .createNativeQuery(
            """
            insert into drift_stage (organisation_id, target_id, work, every_seconds, calls, per_cycle)
            values (:organisation, :target, :work, :every, :calls, :perCycle)""")
        .setParameter("organisation", row.organisationId)
        .setParameter("target", row.id)
        .setParameter("work", stage.work().label())
        .setParameter("every", stage.every().toSeconds())
        .setParameter("calls", stage.callsPerCycle())
        .setParameter("perCycle", stage.perCycle().toPlainString())
        .executeUpdate();
  }

  /** What the endpoint was found to take; other arms of the account have the same endpoint. */
  @Transactional
  void remember(Organisation organisation, Target.TargetArm arm, int leastOutput) {
    tenancy.enter(organisation);
    entities
        .createNativeQuery(
            """
            update drift_arm set least_output = :least
            where organisation_id = :organisation and account_id = :account and model = :model
              and least_output < :least""")
        .setParameter("organisation", organisation.id())
        .setParameter("account", arm.account())
        .setParameter("model", arm.arm().model())
        .setParameter("least", leastOutput)
        .executeUpdate();
  }

  void flush() {
    entities.flush();
  }
}
