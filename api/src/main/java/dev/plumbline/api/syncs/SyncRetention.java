package dev.plumbline.api.syncs;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.sync.PollHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * What of accounts at providers is forgotten. Dates, jobs, models and what aliases meant stay, and
 * so does every end of a model: providers forget these, so nobody could prove them again.
 */
@ApplicationScoped
class SyncRetention {

  /** The last lists by which a new one is judged, and the last run of each outcome. */
  private static final String OLD_RUNS =
      """
      delete from sync_run where organisation_id = :organisation
        and finished_at < clock_timestamp() - :days * interval '1 day'
        and id not in (select id from (
          select id, whole_list,
            row_number() over (partition by account_id, outcome order by finished_at desc) as place,
            row_number() over (partition by account_id, whole_list order by finished_at desc) as whole
          from sync_run where organisation_id = :organisation) run
          where place = 1 or (whole_list and whole <= :kept))""";

  /** Absences that came and went; the last word about a model stays, however old. */
  private static final String PASSING_EVENTS =
      """
      delete from sync_event where organisation_id = :organisation
        and at < clock_timestamp() - :days * interval '1 day'
        and kind in ('model.missing', 'model.unlisted_alive', 'model.recovered', 'model.no_access')
        and id not in (
          select distinct on (account_id, subject) id from sync_event
          where organisation_id = :organisation and kind like 'model.%'
          order by account_id, subject, at desc)""";

  /** They are known so that an event counts once; no provider sends one again after days. */
  private static final String OLD_RECEIPTS =
      """
      delete from webhook_receipt where organisation_id = :organisation
        and received_at < clock_timestamp() - :days * interval '1 day'""";

  private final EntityManager entities;
  private final Tenancy tenancy;

  SyncRetention(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** How many rows are gone. */
  @Transactional
  int forget(Organisation organisation, int days) {
    tenancy.enterAlone(organisation);
    return entities
            .createNativeQuery(OLD_RUNS)
            .setParameter("organisation", organisation.id())
            .setParameter("days", days)
            .setParameter("kept", PollHistory.KEPT)
            .executeUpdate()
        + delete(PASSING_EVENTS, organisation, days)
        + delete(OLD_RECEIPTS, organisation, days);
  }

  private int delete(String sql, Organisation organisation, int days) {
    return entities
        .createNativeQuery(sql)
        .setParameter("organisation", organisation.id())
        .setParameter("days", days)
        .executeUpdate();
  }
}
