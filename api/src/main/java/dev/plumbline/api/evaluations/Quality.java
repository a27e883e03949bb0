package dev.plumbline.api.evaluations;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.evaluations.GradesRequest.SoundGrade;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.evaluation.QualityWatch;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Grades that applications post, and whether they have become worse. */
@ApplicationScoped
public class Quality {

  /** What is older tells of another time. */
  private static final int DAYS = 730;

  /** A subject without grades for so long is no longer watched. */
  private static final int QUIET_DAYS = 30;

  private final GradeRepository rows;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final double alpha;
  private final Clock clock;

  Quality(
      GradeRepository rows,
      Tenancy tenancy,
      AuditTrail trail,
      @ConfigProperty(name = "plumbline.quality.alpha", defaultValue = "0.05") double alpha,
      Clock clock) {
    this.rows = rows;
    this.tenancy = tenancy;
    this.trail = trail;
    this.alpha = alpha;
    this.clock = clock;
  }

  /**
   * Keeps grades; all or none.
   *
   * @return how many were new
   */
  @Transactional
  int add(Caller caller, GradesRequest request) {
    caller.require(Permissions.USAGE_WRITE, Optional.empty());
    Organisation organisation = caller.organisation();
    List<SoundGrade> grades = request.sound(clock.instant());
    tenancy.enter(organisation);
    int added = 0;
    for (SoundGrade grade : grades) {
      added +=
          rows.insert(organisation, grade, clock.instant().truncatedTo(ChronoUnit.MICROS)) ? 1 : 0;
    }
    trail.record(
        organisation,
        caller.actor(),
        AuditedChange.of("quality.reported", "quality", grades.get(0).subject())
            .to(Map.of("sent", grades.size(), "added", added)));
    return added;
  }

  /** Of every subject with grades of the last 30 days. */
  @Transactional
  public List<QualityView> of(Organisation organisation) {
    return of(organisation, each -> true);
  }

  /** Of some of them; the grades of the others are not read. */
  private List<QualityView> of(Organisation organisation, Predicate<ModelKey> wanted) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return rows.subjects(organisation, today.minusDays(QUIET_DAYS)).stream()
        .filter(subject -> wanted.test(subject.key()))
        .map(
            subject ->
                QualityView.of(
                    subject,
                    alpha,
                    new QualityWatch(alpha, subject.seed())
                        .judge(rows.days(organisation, subject, today.minusDays(DAYS), today))))
        .toList();
  }

  /** Of some models, for a caller who may see them. */
  @Transactional
  List<QualityView> list(Caller caller, Predicate<ModelKey> wanted) {
    caller.require(Permissions.MODELS_READ, Optional.empty());
    return of(caller.organisation(), wanted);
  }
}
