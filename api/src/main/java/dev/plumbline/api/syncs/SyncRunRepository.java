package dev.plumbline.api.syncs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.sync.PresenceEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Runs and what they found, in PostgreSQL. */
@ApplicationScoped
class SyncRunRepository {

  private static final TypeReference<List<ChangeView>> CHANGES = new TypeReference<>() {};

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  SyncRunRepository(EntityManager entities, Tenancy tenancy, ObjectMapper json) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.json = json;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void add(Organisation organisation, SyncRunView run, boolean wholeList) {
    try {
      entities
          .createNativeQuery(
              """
              insert into sync_run (organisation_id, id, account_id, started_at, finished_at,
                outcome, detail, models, whole_list, changes, changed)
              values (:organisation, :id, :account, :started, :finished, :outcome, :detail,
                :models, :whole, :changes, :changed)""")
          .setParameter("organisation", organisation.id())
          .setParameter("id", run.id())
          .setParameter("account", run.account())
          .setParameter("started", run.startedAt())
          .setParameter("finished", run.finishedAt())
          .setParameter("outcome", run.outcome())
          .setParameter("detail", run.detail())
          .setParameter("models", run.models())
          .setParameter("whole", wholeList)
          .setParameter("changes", json.writeValueAsString(run.changes()))
          .setParameter("changed", run.changed())
          .executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("changes can be written", e);
    }
  }

  /** The newest first. */
  @Transactional
  List<SyncRunView> newest(Organisation organisation, int limit) {
    tenancy.enter(organisation);
    List<?> found =
        entities
            .createNativeQuery(
                """
            select id, account_id, started_at, finished_at, outcome, detail, models, changes, changed
            from sync_run where organisation_id = :organisation
            order by finished_at desc, id limit :limit""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("limit", limit)
            .getResultList();
    return found.stream().map(row -> run((Object[]) row)).toList();
  }

  private SyncRunView run(Object[] row) {
    try {
      return new SyncRunView(
          (UUID) row[0],
          (UUID) row[1],
          (Instant) row[2],
          (Instant) row[3],
          (String) row[4],
          (String) row[5],
          ((Number) row[6]).intValue(),
          json.readValue((String) row[7], CHANGES),
          ((Number) row[8]).intValue());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the column holds changes", e);
    }
  }

  /** When each account was last read completely. */
  @Transactional
  Map<UUID, Instant> lastComplete(Organisation organisation) {
    tenancy.enter(organisation);
    Map<UUID, Instant> last = new HashMap<>();
    for (Object row :
        entities
            .createNativeQuery(
                """
                select account_id, max(finished_at) from sync_run
                where organisation_id = :organisation and outcome = 'complete'
                group by account_id""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .getResultList()) {
      Object[] columns = (Object[]) row;
      last.put((UUID) columns[0], (Instant) columns[1]);
    }
    return last;
  }

  /** Those at or after a moment, the newest first. */
  @Transactional
  List<SyncEvent> events(Organisation organisation, Instant since, int limit) {
    tenancy.enter(organisation);
    List<?> found =
        entities
            .createNativeQuery(
                """
            select account_id, at, kind, weight, subject, before, after, effect, muted
            from sync_event where organisation_id = :organisation and at >= :since
            order by at desc, id limit :limit""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("since", since)
            .setParameter("limit", limit)
            .getResultList();
    return found.stream().map(row -> event((Object[]) row)).toList();
  }

  private static SyncEvent event(Object[] row) {
    return new SyncEvent(
        (UUID) row[0],
        (Instant) row[1],
        (String) row[2],
        PresenceEvent.Weight.valueOf((String) row[3]),
        (String) row[4],
        Optional.ofNullable((String) row[5]),
        Optional.ofNullable((String) row[6]),
        Optional.ofNullable((String) row[7]),
        (Boolean) row[8]);
  }

  /** The accounts whose last run was a complete one. */
  @Transactional
  List<UUID> lastWereComplete(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createNativeQuery(
            """
            select account_id from (
              select distinct on (account_id) account_id, outcome from sync_run
              where organisation_id = :organisation order by account_id, finished_at desc) last
            where outcome = 'complete'""",
            UUID.class)
        .setParameter("organisation", organisation.id())
        .getResultList();
  }

  /** Runs in a row with one outcome by account, the oldest first. */
  @Transactional
  Map<UUID, List<AccountHealth.Streak>> streaks(Organisation organisation) {
    tenancy.enter(organisation);
    List<?> found =
        entities
            .createNativeQuery(
                """
            select account_id, outcome, min(finished_at), max(finished_at),
              (array_agg(finished_at order by finished_at))[3],
              coalesce((array_agg(detail order by finished_at desc))[1], '')
            from (select account_id, outcome, finished_at, detail,
                row_number() over (partition by account_id order by finished_at, id)
                - row_number() over (partition by account_id, outcome order by finished_at, id)
                  as streak
              from sync_run where organisation_id = :organisation) run
            group by account_id, outcome, streak order by account_id, min(finished_at)""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .getResultList();
    Map<UUID, List<AccountHealth.Streak>> byAccount = new HashMap<>();
    for (Object each : found) {
      Object[] row = (Object[]) each;
      byAccount.computeIfAbsent((UUID) row[0], any -> new ArrayList<>()).add(streak(row));
    }
    return byAccount;
  }

  private static AccountHealth.Streak streak(Object[] row) {
    return new AccountHealth.Streak(
        AccountHealth.Outcome.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
        (Instant) row[2],
        (Instant) row[3],
        Optional.ofNullable((Instant) row[4]),
        (String) row[5]);
  }

  /** Over all organisations, by provider: times alone. */
  @Transactional
  Map<String, Instant> lastSyncs() {
    Map<String, Instant> last = new TreeMap<>();
    for (Object row :
        entities
            .createNativeQuery("select provider, at from last_syncs()", Object[].class)
            .getResultList()) {
      Object[] columns = (Object[]) row;
      last.put((String) columns[0], (Instant) columns[1]);
    }
    return last;
  }
}
