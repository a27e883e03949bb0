package dev.plumbline.api.probes;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Rows;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.lists.UniqueKeys;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.lifecycle.probe.ProbeSuite;
import dev.plumbline.lifecycle.probe.StarterSuites;
import dev.plumbline.lifecycle.probe.SuiteReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Suites of an organisation. A starter suite becomes one of them when it is first used. */
@ApplicationScoped
public class Suites {

  private static final int MOST = 1_000;
  private static final String SUBJECT = "probe-suite";

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;
  private final Rows<SuiteEntity> rows;

  Suites(EntityManager entities, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
    this.rows =
        new Rows<>(
            entities,
            tenancy,
            SuiteEntity.class,
            "concat(name, '/', lpad(cast(version as string), 9, '0'))",
            row -> "%s/%09d".formatted(row.name, row.version));
  }

  /** By name and version. */
  @Transactional
  public Listed<SuiteView> list(Caller caller, Slice slice) {
    caller.require(Permissions.MODELS_READ, Optional.empty());
    return rows.list(caller.organisation(), slice).as(SuiteView::of);
  }

  /** The same with their families; each is read for it. */
  @Transactional
  public Listed<SuiteDetail> details(Caller caller, Slice slice) {
    caller.require(Permissions.MODELS_READ, Optional.empty());
    return rows.list(caller.organisation(), slice).as(SuiteDetail::of);
  }

  @Transactional
  public SuiteDetail show(Caller caller, UUID id) {
    caller.require(Permissions.MODELS_READ, Optional.empty());
    return SuiteDetail.of(existing(caller.organisation(), id));
  }

  /**
   * Freezes the probes of a file as the next version of a name; the same content again is the
   * version that is there.
   */
  @Transactional
  public SuiteView add(Caller caller, String name, SuiteReading reading) {
    caller.require(Permissions.MODELS_WRITE, Optional.empty());
    refuseUnsound(reading);
    tenancy.enterAlone(caller.organisation());
    List<SuiteEntity> versions = versions(caller.organisation(), name);
    int next = versions.isEmpty() ? 1 : versions.get(versions.size() - 1).version + 1;
    ProbeSuite suite = Input.read("name", () -> new ProbeSuite(name, next, reading.probes()));
    Optional<SuiteEntity> same =
        versions.stream().filter(row -> row.contentHash.equals(suite.contentHash())).findFirst();
    if (same.isPresent()) {
      return SuiteView.of(same.get());
    }
    SuiteView added = SuiteView.of(store(caller.organisation(), caller.actor().name(), suite));
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of(SUBJECT + ".created", SUBJECT, added.id()).to(added));
    return added;
  }

  private static void refuseUnsound(SuiteReading reading) {
    if (!reading.isSound()) {
      Finding first = reading.findings().get(0);
      throw Problem.of(
              ErrorCode.INVALID_INPUT,
              "%s: %s (%d lines are refused)"
                  .formatted(first.where(), first.message(), reading.findings().size()))
          .atLine(first.where().line())
          .atField(first.where().field())
          .withRemedy(first.remedy())
          .asException();
    }
  }

  private List<SuiteEntity> versions(Organisation organisation, String name) {
    return entities
        .createQuery(
            """
            from SuiteEntity where organisationId = :organisation and name = :name
            order by version""",
            SuiteEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("name", name)
        .getResultList();
  }

  private SuiteEntity store(Organisation organisation, String by, ProbeSuite suite) {
    if (rows.count(organisation) >= MOST) {
      throw Problem.of(
              ErrorCode.CONFLICT, "there are %,d suites, which is the limit".formatted(MOST))
          .asException();
    }
    SuiteEntity row = new SuiteEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.take(suite);
    row.createdBy = by;
    row.createdAt = clock.instant();
    UniqueKeys.store(
        entities,
        row,
        Problem.of(ErrorCode.CONFLICT, "this version was made at the same moment")
            .withRemedy("send it again")
            .asException());
    return row;
  }

  /** A starter suite as it is in this version of the product. */
  @Transactional
  UUID ofStarter(Organisation organisation, String name) {
    tenancy.enterAlone(organisation);
    ProbeSuite starter = StarterSuites.find(name).orElseThrow();
    List<SuiteEntity> versions = versions(organisation, name);
    return versions.stream()
        .filter(row -> row.contentHash.equals(starter.contentHash()))
        .findFirst()
        .orElseGet(
            () ->
                store(
                    organisation,
                    "plumbline",
                    new ProbeSuite(name, versions.size() + 1, starter.probes())))
        .id;
  }

  @Transactional
  public ProbeSuite suite(Organisation organisation, UUID id) {
    return existing(organisation, id).toSuite();
  }

  private SuiteEntity existing(Organisation organisation, UUID id) {
    return rows.find(organisation, id)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no suite " + id).asException());
  }
}
