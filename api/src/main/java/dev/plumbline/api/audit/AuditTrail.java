package dev.plumbline.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;

/** Writes the trail, in the transaction of the change: both are there, or neither. */
@ApplicationScoped
public class AuditTrail {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  AuditTrail(EntityManager entities, Tenancy tenancy, ObjectMapper json) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.json = json;
  }

  private record Head(long number, ChainHash hash) {}

  /**
   * Appends an entry. Call it last: it locks the organisation's head until the transaction ends.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(Organisation organisation, Actor actor, AuditedChange change) {
    entities.flush(); // a refused row fails before the head is locked
    tenancy.enter(organisation);
    Head head = lockedHead(organisation);
    AuditEntry entry =
        new AuditEntry(
            organisation,
            head.number() + 1,
            databaseTime(),
            actor,
            change.action(),
            change.subjectKind(),
            change.subjectId(),
            change.before().map(this::text),
            change.after().map(this::text));
    ChainHash hash = head.hash().after(entry);
    insert(entry, head.hash(), hash);
    move(organisation, new Head(entry.number(), hash));
  }

  private Head lockedHead(Organisation organisation) {
    entities
        .createNativeQuery(
            """
            insert into audit_head (organisation_id, number, hash) values (:organisation, 0, :hash)
            on conflict do nothing""")
        .setParameter("organisation", organisation.id())
        .setParameter("hash", ChainHash.START.bytes())
        .executeUpdate();
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "select number, hash from audit_head where organisation_id = :organisation for update",
                    Object[].class)
                .setParameter("organisation", organisation.id())
                .getSingleResult();
    return new Head(((Number) row[0]).longValue(), new ChainHash((byte[]) row[1]));
  }

  private void insert(AuditEntry entry, ChainHash previous, ChainHash hash) {
    entities
        .createNativeQuery(
            """
            insert into audit_entry (organisation_id, number, at, actor_kind, actor_id, actor_name,
              action, subject_kind, subject_id, before, after, previous_hash, hash)
            values (:organisation, :number, :at, :actorKind, :actorId, :actorName,
              :action, :subjectKind, :subjectId, cast(:before as text), cast(:after as text),
              :previous, :hash)""")
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
        .setParameter("previous", previous.bytes())
        .setParameter("hash", hash.bytes())
        .executeUpdate();
  }

  private void move(Organisation organisation, Head head) {
    entities
        .createNativeQuery(
            "update audit_head set number = :number, hash = :hash where organisation_id = :organisation")
        .setParameter("number", head.number())
        .setParameter("hash", head.hash().bytes())
        .setParameter("organisation", organisation.id())
        .executeUpdate();
  }

  private Instant databaseTime() {
    return (Instant)
        entities.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }

  private String text(Object view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a view: " + view.getClass().getName(), e);
    }
  }
}
