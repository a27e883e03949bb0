package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans in PostgreSQL. */
@ApplicationScoped
class PlanRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  PlanRepository(EntityManager entities, Tenancy tenancy, ObjectMapper json) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.json = json;
  }

  @Transactional
  Optional<PlanEntity> find(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from PlanEntity where organisationId = :organisation and id = :id", PlanEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** The open plan of a model. */
  @Transactional
  Optional<PlanEntity> findOpen(Organisation organisation, String provider, String model) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from PlanEntity where organisationId = :organisation and provider = :provider
            and model = :model and closedAt is null""",
            PlanEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("provider", provider)
        .setParameter("model", model)
        .getResultStream()
        .findFirst();
  }

  /**
   * All of them, in no order.
   *
   * @param closed whether those that are over are wanted instead of those that are not
   */
  @Transactional
  List<PlanEntity> list(Organisation organisation, boolean closed) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from PlanEntity where organisationId = :organisation and closedAt is "
                + (closed ? "not null" : "null")
                + " order by createdAt desc, id",
            PlanEntity.class)
        .setParameter("organisation", organisation.id())
        .setMaxResults(ExitPlans.MOST_OPEN)
        .getResultList();
  }

  @Transactional
  long countOpen(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            select count(*) from PlanEntity
            where organisationId = :organisation and closedAt is null""",
            Long.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult();
  }

  @Transactional
  void insert(PlanEntity row, PlanDocument document) {
    tenancy.enter(new Organisation(row.organisationId));
    row.document = text(document);
    entities.persist(row);
    entities.flush();
  }

  /** Writes what is different about a row of the current transaction. */
  @Transactional
  void update(PlanEntity row, PlanDocument document) {
    row.document = text(document);
    entities.flush();
  }

  PlanDocument document(PlanEntity row) {
    try {
      return json.readValue(row.document, PlanDocument.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the document of plan " + row.id + " cannot be read", e);
    }
  }

  private String text(PlanDocument document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the document of a plan cannot be written", e);
    }
  }
}
