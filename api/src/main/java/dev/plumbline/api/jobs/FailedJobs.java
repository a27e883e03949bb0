package dev.plumbline.api.jobs;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Jobs that somebody should look at. */
@ApplicationScoped
public class FailedJobs {

  private final EntityManager entities;
  private final Tenancy tenancy;

  FailedJobs(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** Names of those whose latest ended window failed for good. */
  @Transactional
  public List<String> of(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createNativeQuery(
            """
            select job from (select distinct on (r.job) r.job, r.state, r.attempt from job_run r
              where r.organisation_id = :organisation and r.state in ('done', 'failed')
              order by r.job, r.finished_at desc) latest
            where state = 'failed' and attempt >= :most order by job""",
            String.class)
        .setParameter("organisation", organisation.id())
        .setParameter("most", JobRows.MOST_ATTEMPTS)
        .getResultList();
  }
}
