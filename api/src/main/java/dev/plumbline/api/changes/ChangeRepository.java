package dev.plumbline.api.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.change.ModelChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Requests and their events in PostgreSQL. */
@ApplicationScoped
class ChangeRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  ChangeRepository(EntityManager entities, Tenancy tenancy, ObjectMapper json) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.json = json;
  }

  @Transactional
  Optional<RecordedChange> find(Organisation organisation, UUID id) {
    return findAll(organisation, List.of(id)).stream().findFirst();
  }

  /** Those of the ids that there are, in no order. */
  @Transactional
  List<RecordedChange> findAll(Organisation organisation, Collection<UUID> ids) {
    tenancy.enter(organisation);
    if (ids.isEmpty()) {
      return List.of();
    }
    return withEvents(
        organisation,
        entities
            .createQuery(
                "from ChangeEntity where organisationId = :organisation and id in (:ids)",
                ChangeEntity.class)
            .setParameter("organisation", organisation.id())
            .setParameter("ids", ids)
            .getResultList());
  }

  /**
   * The newest first.
   *
   * @param limit most that are given
   * @param page from 0
   */
  @Transactional
  List<RecordedChange> list(Organisation organisation, int limit, int page) {
    tenancy.enter(organisation);
    return withEvents(
        organisation,
        entities
            .createQuery(
                """
                from ChangeEntity where organisationId = :organisation
                order by requestedAt desc, id""",
                ChangeEntity.class)
            .setParameter("organisation", organisation.id())
            .setFirstResult(Math.multiplyExact(limit, page))
            .setMaxResults(limit)
            .getResultList());
  }

  /** Those that nobody has decided, the oldest first. */
  @Transactional
  List<RecordedChange> pending(Organisation organisation, int limit) {
    tenancy.enter(organisation);
    return withEvents(
        organisation,
        entities
            .createQuery(
                """
                from ChangeEntity as change where organisationId = :organisation
                  and not exists (
                    select 1 from ChangeEventEntity as event
                    where event.organisationId = :organisation and event.changeId = change.id
                      and event.kind in (:decisions))
                order by requestedAt, id""",
                ChangeEntity.class)
            .setParameter("organisation", organisation.id())
            .setParameter("decisions", EventKind.decisions())
            .setMaxResults(limit)
            .getResultList());
  }

  /** The newest that asks for just this move in this place. */
  @Transactional
  Optional<RecordedChange> findNewest(
      Organisation organisation, String place, ModelId from, ModelId to) {
    tenancy.enter(organisation);
    return withEvents(
            organisation,
            entities
                .createQuery(
                    """
                    from ChangeEntity where organisationId = :organisation and place = :place
                      and fromProvider = :fromProvider and fromModel = :fromModel
                      and toProvider = :toProvider and toModel = :toModel
                    order by requestedAt desc, id""",
                    ChangeEntity.class)
                .setParameter("organisation", organisation.id())
                .setParameter("place", place)
                .setParameter("fromProvider", from.provider().key())
                .setParameter("fromModel", from.canonical())
                .setParameter("toProvider", to.provider().key())
                .setParameter("toModel", to.canonical())
                .setMaxResults(1)
                .getResultList())
        .stream()
        .findFirst();
  }

  @Transactional
  long count(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "select count(*) from ChangeEntity where organisationId = :organisation", Long.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult();
  }

  private List<RecordedChange> withEvents(Organisation organisation, List<ChangeEntity> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<ChangeEventEntity>> events =
        entities
            .createQuery(
                """
                from ChangeEventEntity where organisationId = :organisation and changeId in (:ids)
                order by changeId, number""",
                ChangeEventEntity.class)
            .setParameter("organisation", organisation.id())
            .setParameter("ids", rows.stream().map(row -> row.id).toList())
            .getResultStream()
            .collect(Collectors.groupingBy(event -> event.changeId));
    return rows.stream().map(row -> recorded(row, events.getOrDefault(row.id, List.of()))).toList();
  }

  private RecordedChange recorded(ChangeEntity row, List<ChangeEventEntity> rows) {
    List<ChangeEvent> events = rows.stream().map(this::event).toList();
    ModelChange change = ModelChange.requested(row.toRequest(), row.author(), row.requestedAt);
    for (ChangeEvent event : events) {
      change = event.applyTo(change);
    }
    return new RecordedChange(row.id, Optional.ofNullable(row.planId), change, events);
  }

  private ChangeEvent event(ChangeEventEntity row) {
    return new ChangeEvent(EventKind.ofLabel(row.kind), row.at, row.by(), detail(row.detail));
  }

  /** Stores a new request; its events are added one by one. */
  @Transactional
  RecordedChange add(Organisation organisation, ModelChange change, Optional<UUID> plan) {
    tenancy.enter(organisation);
    ChangeEntity row = new ChangeEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.planId = plan.orElse(null);
    row.take(change.request());
    row.authorId = change.author().id();
    row.authorName = change.author().name();
    row.requestedAt = change.requestedAt();
    entities.persist(row);
    return recorded(row, List.of());
  }

  /** Adds what happened; the caller works alone in the organisation. */
  @Transactional
  RecordedChange append(Organisation organisation, RecordedChange to, ChangeEvent event) {
    tenancy.enter(organisation);
    ChangeEventEntity row = new ChangeEventEntity();
    row.organisationId = organisation.id();
    row.changeId = to.id();
    row.number = to.events().size() + 1;
    row.authorId = to.change().author().id();
    row.kind = event.kind().label();
    row.at = event.at();
    row.byId = event.by().id();
    row.byName = event.by().name();
    row.detail = text(event.detail());
    entities.persist(row);
    entities.flush();
    return find(organisation, to.id()).orElseThrow();
  }

  private EventDetail detail(String text) {
    try {
      return json.readValue(text, EventDetail.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of a change cannot be read", e);
    }
  }

  private String text(EventDetail detail) {
    try {
      return json.writeValueAsString(detail);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of a change cannot be written", e);
    }
  }
}
