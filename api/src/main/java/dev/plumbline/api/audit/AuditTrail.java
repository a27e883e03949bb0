package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Writes the trail, in the transaction of the change: both are there, or neither. Numbers come from
 * the head's row and not from a sequence, so a transaction that is rolled back leaves no gap.
 */
@ApplicationScoped
public class AuditTrail {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final ViewText text;

  AuditTrail(EntityManager entities, Tenancy tenancy, ViewText text) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.text = text;
  }

  /** The end of the chain, whose row this transaction holds, and the time since when. */
  private record Locked(ChainHead head, Instant at) {}

  /**
   * Appends an entry. Call it last: it locks the organisation's head until the transaction ends, so
   * a row that is locked after it can deadlock with another change. Who changes several
   * organisations in one transaction records them in the order of their ids.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(Organisation organisation, Actor actor, AuditedChange change) {
    requireNonNull(actor, "actor");
    entities.flush(); // a refused row fails before the head is locked
    tenancy.enter(organisation);
    Locked locked = lock(organisation);
    AuditEntry entry =
        new AuditEntry(
            organisation,
            locked.head().number() + 1,
            locked.at(),
            actor,
            change.action(),
            change.subjectKind(),
            change.subjectId(),
            change.before().map(text::of),
            change.after().map(text::of));
    ChainHash previous = locked.head().hash();
    append(new ChainedEntry(entry, previous, previous.after(entry)));
  }

  private Locked lock(Organisation organisation) {
    List<Object[]> rows = locked(organisation);
    if (rows.isEmpty()) {
      begin(organisation);
      rows = locked(organisation);
    }
    Object[] row = rows.get(0);
    return new Locked(
        new ChainHead(((Number) row[0]).longValue(), new ChainHash((byte[]) row[1])),
        (Instant) row[2]);
  }

  /** PostgreSQL reads its clock again when it had to wait for the row: times follow the numbers. */
  private List<Object[]> locked(Organisation organisation) {
    return entities
        .createNativeQuery(
            """
            select number, hash, clock_timestamp() from audit_head
            where organisation_id = :organisation for update""",
            Object[].class)
        .setParameter("organisation", organisation.id())
        .getResultList();
  }

  private void begin(Organisation organisation) {
    entities
        .createNativeQuery(
            """
            insert into audit_head (organisation_id, number, hash) values (:organisation, 0, :hash)
            on conflict do nothing""")
        .setParameter("organisation", organisation.id())
        .setParameter("hash", ChainHash.START.bytes())
        .executeUpdate();
  }

  /** The entry and the head's step to it in one statement; a trigger refuses any other step. */
  private void append(ChainedEntry chained) {
    AuditEntry entry = chained.entry();
    entities
        .createNativeQuery(
            """
            with appended as (
              insert into audit_entry (organisation_id, number, at, actor_kind, actor_id, actor_name,
                action, subject_kind, subject_id, before, after, previous_hash, hash)
              values (:organisation, :number, :at, :actorKind, :actorId, :actorName,
                :action, :subjectKind, :subjectId, cast(:before as text), cast(:after as text),
                :previous, :hash)
              returning organisation_id, number, hash)
            update audit_head set number = appended.number, hash = appended.hash
            from appended where audit_head.organisation_id = appended.organisation_id""")
        .setParameter("organisation", entry.organisation().id())
        .setParameter("number", entry.number())
        .setParameter("at", entry.at())
        .setParameter("actorKind", entry.actor().kind().name().toLowerCase(Locale.ROOT))
        .setParameter("actorId", entry.actor().id())
        .setParameter("actorName", entry.actor().name())
        .setParameter("action", entry.action())
        .setParameter("subjectKind", entry.subjectKind())
        .setParameter("subjectId", entry.subjectId())
        .setParameter("before", entry.before().orElse(null))
        .setParameter("after", entry.after().orElse(null))
        .setParameter("previous", chained.previous().bytes())
        .setParameter("hash", chained.hash().bytes())
        .executeUpdate();
  }
}
