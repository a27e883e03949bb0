package dev.plumbline.api.jobs;

import dev.plumbline.api.organisations.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs for people to look at. Its callers have entered the organisation in a transaction. */
@ApplicationScoped
class JobRunRepository {

  private final EntityManager entities;

  JobRunRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** The latest first. */
  List<JobRunEntity> recent(Organisation organisation, String job, int limit) {
    return entities
        .createQuery(
            """
            from JobRunEntity where organisationId = :organisation and job = :job
            order by windowStart desc, asked desc""",
            JobRunEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("job", job)
        .setMaxResults(limit)
        .getResultList();
  }

  Optional<JobRunEntity> find(Organisation organisation, String job, Instant asked) {
    return entities
        .createQuery(
            """
            from JobRunEntity where organisationId = :organisation and job = :job
              and asked = true and windowStart = :start""",
            JobRunEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("job", job)
        .setParameter("start", asked)
        .getResultStream()
        .findFirst();
  }

  /** Whether there was no run asked for with this beginning. */
  boolean ask(Organisation organisation, String job, Instant start, Instant end, String by) {
    return entities
            .createNativeQuery(
                """
                insert into job_run (organisation_id, job, asked, window_start, window_end, state,
                  attempt, node, asked_by)
                values (:organisation, :job, true, :start, :end, 'waiting', 0, '', :by)
                on conflict do nothing""")
            .setParameter("organisation", organisation.id())
            .setParameter("job", job)
            .setParameter("start", start)
            .setParameter("end", end)
            .setParameter("by", by)
            .executeUpdate()
        == 1;
  }
}
