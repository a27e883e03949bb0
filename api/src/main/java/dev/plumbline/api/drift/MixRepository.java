package dev.plumbline.api.drift;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.fingerprint.WeeklyMix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Weekly mixtures in PostgreSQL. */
@ApplicationScoped
class MixRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;

  MixRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** Those since a Monday, the newest first. */
  @Transactional
  List<MixWeek> since(Organisation organisation, LocalDate week) {
    tenancy.enter(organisation);
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        entities
            .createNativeQuery(
                """
                select target_id, epoch, week, calls_before, calls, p, moved from drift_mix
                where organisation_id = :organisation and week >= :week order by week desc, target_id""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("week", week)
            .getResultList();
    return found.stream()
        .map(
            row ->
                new MixWeek(
                    (UUID) row[0],
                    ((Number) row[1]).intValue(),
                    day(row[2]),
                    ((Number) row[3]).intValue(),
                    ((Number) row[4]).intValue(),
                    ((Number) row[5]).doubleValue(),
                    (Boolean) row[6]))
        .toList();
  }

  /** Targets that were told to be a serving change in the week, with their epoch. */
  @Transactional
  Map<UUID, Integer> told(Organisation organisation, LocalDate week) {
    tenancy.enter(organisation);
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        entities
            .createNativeQuery(
                """
                select target_id, max(epoch) from drift_verdict
                where organisation_id = :organisation and state = 'serving_change' and at >= :begin and at < :end
                group by target_id""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("begin", week.atStartOfDay(ZoneOffset.UTC).toInstant())
            .setParameter("end", week.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant())
            .getResultList();
    return found.stream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).intValue()));
  }

  private static LocalDate day(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  /** Keeps a week; whoever compared the same before has kept the same. */
  @Transactional
  void keep(Organisation organisation, Target target, WeeklyMix mix) {
    tenancy.enter(organisation);
    entities
        .createNativeQuery(
            """
            insert into drift_mix (organisation_id, target_id, epoch, week, calls_before, calls, statistic, p, moved)
            values (:organisation, :target, :epoch, :week, :before, :calls, :statistic, :p, :moved)
            on conflict do nothing""")
        .setParameter("organisation", organisation.id())
        .setParameter("target", target.id())
        .setParameter("epoch", target.epoch())
        .setParameter("week", mix.week())
        .setParameter("before", mix.callsBefore())
        .setParameter("calls", mix.calls())
        .setParameter("statistic", mix.test().statistic())
        .setParameter("p", mix.test().p())
        .setParameter("moved", mix.hasMoved())
        .executeUpdate();
  }
}
