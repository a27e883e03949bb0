package dev.plumbline.api.deprecations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What changed in an organisation's calendar, in PostgreSQL. */
@ApplicationScoped
class DateEventRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  DateEventRepository(EntityManager entities, Tenancy tenancy, ObjectMapper json) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.json = json;
  }

  /** Keeps those that are not kept yet, and answers with them. */
  @Transactional
  List<DateEvent> keep(Organisation organisation, List<DateEvent> events) {
    tenancy.enter(organisation);
    List<?> added =
        entities
            .createNativeQuery(
                """
                insert into date_event (organisation_id, id, provider, model, base, fine_tunes,
                  clock, kind, severity, seen_on, day_before, day_now, source, recorded_at)
                select :organisation, r.id, r.provider, r.model, r.base, r.fine_tunes,
                  r.clock, r.kind, r.severity, r.seen_on, r.day_before, r.day_now, r.source,
                  r.recorded_at
                from json_to_recordset(cast(:rows as json)) as r (id uuid, provider text,
                  model text, base text, fine_tunes boolean, clock text, kind text, severity text,
                  seen_on date, day_before date, day_now date, source text,
                  recorded_at timestamptz)
                on conflict do nothing returning id""",
                UUID.class)
            .setParameter("organisation", organisation.id())
            .setParameter("rows", rows(events))
            .getResultList();
    Set<?> ids = Set.copyOf(added);
    return events.stream().filter(event -> ids.contains(event.id())).toList();
  }

  /** The same in a transaction of its own, for whoever only reads. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<DateEvent> keepAtOnce(Organisation organisation, List<DateEvent> events) {
    return keep(organisation, events);
  }

  @Transactional
  boolean hasAny(Organisation organisation) {
    tenancy.enter(organisation);
    return !entities
        .createQuery(
            "select id from DateEventEntity where organisationId = :organisation", UUID.class)
        .setParameter("organisation", organisation.id())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private String rows(List<DateEvent> events) {
    ArrayNode rows = json.createArrayNode();
    events.forEach(event -> row(rows.addObject(), event));
    return rows.toString();
  }

  private static void row(ObjectNode row, DateEvent event) {
    row.put("id", event.id().toString())
        .put("provider", event.provider().key())
        .put("model", event.model())
        .put("base", event.base().orElse(null))
        .put("fine_tunes", event.fineTunes())
        .put("clock", event.clock().name())
        .put("kind", event.kind())
        .put("severity", event.severity().name())
        .put("seen_on", event.seenOn().toString())
        .put("day_before", event.before().map(LocalDate::toString).orElse(null))
        .put("day_now", event.now().map(LocalDate::toString).orElse(null))
        .put("source", event.source().orElse(null))
        .put("recorded_at", event.recordedAt().toString());
  }

  /** Those recorded at or after a moment, in the order of recording. */
  @Transactional
  List<DateEvent> since(Organisation organisation, Instant moment) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from DateEventEntity where organisationId = :organisation and recordedAt >= :moment
            order by recordedAt, seenOn, id""",
            DateEventEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("moment", moment)
        .getResultStream()
        .map(DateEventEntity::toEvent)
        .toList();
  }

  /** The newest by the day on which they could be known. */
  @Transactional
  List<DateEvent> seenSince(Organisation organisation, LocalDate day) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from DateEventEntity where organisationId = :organisation and seenOn >= :day
            order by seenOn desc, provider, model, clock, kind, id""",
            DateEventEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("day", day)
        .getResultStream()
        .map(DateEventEntity::toEvent)
        .toList();
  }
}
