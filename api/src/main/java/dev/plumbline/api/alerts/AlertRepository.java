package dev.plumbline.api.alerts;

import dev.plumbline.api.organisations.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Alerts in PostgreSQL. Its callers have entered the organisation in a transaction. */
@ApplicationScoped
class AlertRepository {

  private static final String BY_URGENCY =
      " order by case severity when 'critical' then 0 when 'error' then 1 when 'warning' then 2"
          + " else 3 end, dueOn nulls last, rule, subject, aspect";

  private final EntityManager entities;

  AlertRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Every alert of a rule, the resolved ones included. */
  List<AlertEntity> ofRule(Organisation organisation, String rule) {
    return entities
        .createQuery(
            """
            from AlertEntity where organisationId = :organisation and rule = :rule
            order by subject, aspect""",
            AlertEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("rule", rule)
        .getResultList();
  }

  /** The most urgent first. */
  List<AlertEntity> unresolved(Organisation organisation) {
    return entities
        .createQuery(
            "from AlertEntity where organisationId = :organisation and state <> 'resolved'"
                + BY_URGENCY,
            AlertEntity.class)
        .setParameter("organisation", organisation.id())
        .getResultList();
  }

  /** Of those states and no others, the most urgent first. */
  List<AlertEntity> list(Organisation organisation, List<String> states, int limit) {
    return entities
        .createQuery(
            "from AlertEntity where organisationId = :organisation and state in :states"
                + BY_URGENCY,
            AlertEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("states", states)
        .setMaxResults(limit)
        .getResultList();
  }

  Optional<AlertEntity> find(Organisation organisation, UUID id) {
    return query(organisation, id, LockModeType.NONE);
  }

  Optional<AlertEntity> findForChange(Organisation organisation, UUID id) {
    return query(organisation, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Optional<AlertEntity> query(Organisation organisation, UUID id, LockModeType lock) {
    return entities
        .createQuery(
            "from AlertEntity where organisationId = :organisation and id = :id", AlertEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  void insert(AlertEntity alert) {
    entities.persist(alert);
  }

  void insert(AlertEventEntity event) {
    entities.persist(event);
  }

  /** What happened to one alert, the newest first. */
  List<AlertEventEntity> events(Organisation organisation, UUID alert) {
    return entities
        .createQuery(
            """
            from AlertEventEntity where organisationId = :organisation and alertId = :alert
            order by revision desc""",
            AlertEventEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("alert", alert)
        .setMaxResults(500)
        .getResultList();
  }

  /** What happened to any of them, the newest first. */
  List<AlertEventEntity> recentEvents(Organisation organisation, int limit) {
    return entities
        .createQuery(
            """
            from AlertEventEntity where organisationId = :organisation
            order by at desc, alertId, revision desc""",
            AlertEventEntity.class)
        .setParameter("organisation", organisation.id())
        .setMaxResults(limit)
        .getResultList();
  }
}
