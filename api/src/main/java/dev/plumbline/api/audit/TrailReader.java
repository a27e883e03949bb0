package dev.plumbline.api.audit;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Reads the trail in short transactions, so that a slow reader of an export blocks nobody. */
@ApplicationScoped
class TrailReader {

  private static final String MATCHING =
      """
      from AuditEntryEntity e where e.organisationId = :organisation
        and e.number between :lowest and :highest
        and (:actor = '' or e.actorId = :actor or locate(lower(:actor), lower(e.actorName)) > 0)
        and (:action = '' or e.action = :action or locate(concat(:action, '.'), e.action) = 1)
        and (:subjectKind = '' or e.subjectKind = :subjectKind)
        and (:subjectId = '' or e.subjectId = :subjectId)
        and e.at >= :from and e.at < :to
      """;
  private static final String OLDEST_FIRST = MATCHING + "order by e.number";
  private static final String NEWEST_FIRST = MATCHING + "order by e.number desc";

  private final EntityManager entities;
  private final Tenancy tenancy;

  TrailReader(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /**
   * The end of a chain at a moment.
   *
   * @param highest number of all entries that are there; the head's, unless somebody tampered
   */
  record End(ChainHead head, long highest, Instant at) {}

  @Transactional
  List<ChainedEntry> entries(
      Organisation organisation, AuditSearch search, TrailPosition position) {
    tenancy.enter(organisation);
    return entities
        .createQuery(position.newestFirst() ? NEWEST_FIRST : OLDEST_FIRST, AuditEntryEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("lowest", position.lowest())
        .setParameter("highest", position.highest())
        .setParameter("actor", search.actor())
        .setParameter("action", search.action())
        .setParameter("subjectKind", search.subjectKind())
        .setParameter("subjectId", search.subjectId())
        .setParameter("from", search.from())
        .setParameter("to", search.to())
        .setMaxResults(position.limit())
        .getResultStream()
        .map(AuditEntryEntity::toEntry)
        .toList();
  }

  /** Head and highest number of one moment: a change that commits meanwhile is in both, or none. */
  @Transactional
  End end(Organisation organisation) {
    tenancy.enter(organisation);
    Tuple row =
        (Tuple)
            entities
                .createNativeQuery(
                    """
                    select coalesce(max(e.number), 0) as highest, clock_timestamp() as at,
                      (select h.number from audit_head h where h.organisation_id = :organisation)
                        as number,
                      (select h.hash from audit_head h where h.organisation_id = :organisation)
                        as hash
                    from audit_entry e where e.organisation_id = :organisation""",
                    Tuple.class)
                .setParameter("organisation", organisation.id())
                .getSingleResult();
    Number number = row.get("number", Number.class);
    return new End(
        number == null
            ? ChainHead.NOTHING
            : new ChainHead(number.longValue(), new ChainHash(row.get("hash", byte[].class))),
        row.get("highest", Number.class).longValue(),
        row.get("at", Instant.class));
  }
}
