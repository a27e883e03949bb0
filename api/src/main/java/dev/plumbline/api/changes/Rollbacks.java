package dev.plumbline.api.changes;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.models.Evidence;
import dev.plumbline.api.models.EvidenceKind;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.change.ChangeRequest;
import dev.plumbline.lifecycle.change.ModelChange;
import dev.plumbline.lifecycle.change.RollbackCheck;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whether one can go back to a model: what was seen to answer, and until when it is said to. */
@ApplicationScoped
public class Rollbacks {

  private final ProofRepository proofs;
  private final Evidence evidence;
  private final Calendars calendars;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Rollbacks(
      ProofRepository proofs,
      Evidence evidence,
      Calendars calendars,
      Tenancy tenancy,
      AuditTrail trail,
      Clock clock) {
    this.proofs = proofs;
    this.evidence = evidence;
    this.calendars = calendars;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** What is known now of every model that one could go back to, read once for many questions. */
  public Known known(Organisation organisation) {
    return new Known(
        evidence.newest(organisation).getOrDefault(EvidenceKind.SERVABLE, Map.of()),
        calendars.of(organisation),
        calendars.classes(organisation),
        clock.instant());
  }

  /**
   * What is known of a model to go back to.
   *
   * @param verifiedAt when it was last seen to answer
   * @param end the first day on which it no longer can be called, where that is known
   */
  public record Target(
      RollbackCheck check, Optional<Instant> verifiedAt, Optional<LocalDate> end) {}

  /** Answers many questions as of one moment. */
  public static final class Known {

    private final Map<ModelKey, Instant> seen;
    private final DeprecationCalendar calendar;
    private final CustomerClasses classes;
    private final Instant now;

    private Known(
        Map<ModelKey, Instant> seen,
        DeprecationCalendar calendar,
        CustomerClasses classes,
        Instant now) {
      this.seen = seen;
      this.calendar = calendar;
      this.classes = classes;
      this.now = now;
    }

    /** Whether one could go back after a change. */
    RollbackCheck check(ModelChange change) {
      ChangeRequest request = change.request();
      LifespanQuestion asked = LifespanQuestion.of(request.from(), customer(request.from()));
      return target(asked, request.switchDate(), request.rollbackDays()).check();
    }

    /** How the provider of a model sees the organisation. */
    public CustomerClass customer(ModelId model) {
      return classes.of(model.provider());
    }

    /**
     * Whether one can go back to a model.
     *
     * @param asked the model with the place in which it would be called
     * @param days after the switch during which one must be able to
     */
    public Target target(LifespanQuestion asked, LocalDate switchDate, int days) {
      Optional<Instant> verified = Optional.ofNullable(seen.get(key(asked.model())));
      ClockEnd end = calendar.lifespanOf(asked).inferenceEnd();
      var target = new RollbackCheck.Target(asked.model(), verified, end);
      return new Target(
          RollbackCheck.of(target, now, switchDate, days),
          verified,
          end.findKnown().map(known -> known.end().value()));
    }
  }

  private static ModelKey key(ModelId model) {
    return new ModelKey(model.provider(), model.canonical());
  }

  /** Notes that a call to a model succeeded; whoever made the call says so. */
  @Transactional
  public ProofView prove(Caller caller, ModelId model, Instant at, String note) {
    caller.require(Permissions.PLANS_WRITE, Optional.empty());
    tenancy.enterAlone(caller.organisation());
    ProofEntity row = new ProofEntity();
    row.id = UUID.randomUUID();
    row.provider = model.provider().key();
    row.model = model.canonical();
    row.verifiedAt = at.truncatedTo(ChronoUnit.MICROS);
    row.note = note;
    row.byId = caller.actor().id();
    row.byName = caller.actor().name();
    row.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    proofs.add(caller.organisation(), row);
    ProofView added = ProofView.of(row);
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of("model_proof.recorded", "model-proof", added.id()).to(added));
    return added;
  }
}
