package dev.plumbline.api.evaluations;

import dev.plumbline.api.evaluations.GradesRequest.SoundGrade;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.evaluation.GradedPair;
import dev.plumbline.lifecycle.evaluation.QualityDay;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Grades in PostgreSQL, counted there by day. */
@ApplicationScoped
class GradeRepository {

  private static final int MOST_SUBJECTS = 500;

  private final EntityManager entities;
  private final Tenancy tenancy;

  GradeRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** Whether it was new. */
  boolean insert(Organisation organisation, SoundGrade grade, Instant now) {
    return entities
            .createNativeQuery(
                """
                insert into quality_grade
                  (organisation_id, provider, model, place, id, at, score, recorded_at)
                values (:organisation, :provider, :model, :place, :id, :at, :score, :now)
                on conflict do nothing""")
            .setParameter("organisation", organisation.id())
            .setParameter("provider", grade.subject().key().provider().key())
            .setParameter("model", grade.subject().key().model())
            .setParameter("place", grade.subject().deployment())
            .setParameter("id", grade.id())
            .setParameter("at", grade.at())
            .setParameter("score", grade.score())
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  /** Of whom there are grades since a day, by name; at most 500. */
  List<QualitySubject> subjects(Organisation organisation, LocalDate since) {
    tenancy.enter(organisation);
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select provider, model, place from quality_grade
                where organisation_id = :organisation and at >= :since
                group by 1, 2, 3 order by 1, 2, 3 limit %d"""
                    .formatted(MOST_SUBJECTS),
                Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("since", since)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new QualitySubject(
                    new ModelKey(new Provider((String) row[0]), (String) row[1]), (String) row[2]))
        .toList();
  }

  /** From a day to another one, which is left out; UTC. */
  List<QualityDay> days(
      Organisation organisation, QualitySubject subject, LocalDate from, LocalDate before) {
    tenancy.enter(organisation);
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select cast(at at time zone 'UTC' as date), count(*),
                  count(*) filter (where score >= :pass), sum(score)
                from quality_grade
                where organisation_id = :organisation and provider = :provider and model = :model
                  and place = :place
                  and at >= cast(:from as timestamp) at time zone 'UTC'
                  and at < cast(:before as timestamp) at time zone 'UTC'
                group by 1 order by 1""",
                Object[].class)
            .setParameter("pass", BigDecimal.valueOf(GradedPair.PASS))
            .setParameter("organisation", organisation.id())
            .setParameter("provider", subject.key().provider().key())
            .setParameter("model", subject.key().model())
            .setParameter("place", subject.deployment())
            .setParameter("from", from)
            .setParameter("before", before)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new QualityDay(
                    LocalDate.parse(row[0].toString()),
                    ((Number) row[1]).longValue(),
                    ((Number) row[2]).longValue(),
                    (BigDecimal) row[3]))
        .toList();
  }
}
