package dev.plumbline.api.evaluations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loss files and hold-outs in PostgreSQL; they are added and never changed. */
@ApplicationScoped
class EvaluationRepository {

  private static final int MOST = 100;

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  EvaluationRepository(EntityManager entities, Tenancy tenancy, ObjectMapper json) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.json = json;
  }

  /** The newest first, at most 100. */
  List<LossFileEntity> losses(Organisation organisation, UUID model) {
    return ofModel(organisation, model, LossFileEntity.class);
  }

  /** The one with that content; a model has each content once. */
  Optional<LossFileEntity> losses(Organisation organisation, UUID model, String sha256) {
    return ofModel(
            "from LossFileEntity",
            " and sha256 = :sha256",
            organisation,
            model,
            LossFileEntity.class)
        .setParameter("sha256", sha256)
        .getResultStream()
        .findFirst();
  }

  /** Whether there is one of that name, without reading it. */
  boolean hasLosses(Organisation organisation, UUID model, String name) {
    return ofModel(
                "select count(*) from LossFileEntity",
                " and name = :name",
                organisation,
                model,
                Long.class)
            .setParameter("name", name)
            .getSingleResult()
        > 0;
  }

  /** How many there are, without reading them. */
  long countLosses(Organisation organisation, UUID model) {
    return count(organisation, model, LossFileEntity.class);
  }

  /** How many there are, without reading them. */
  long countHoldOuts(Organisation organisation, UUID model) {
    return count(organisation, model, HoldOutEntity.class);
  }

  private long count(Organisation organisation, UUID model, Class<?> type) {
    return ofModel(
            "select count(*) from " + type.getSimpleName(), "", organisation, model, Long.class)
        .getSingleResult();
  }

  /** The newest first, at most 100. */
  List<HoldOutEntity> holdOuts(Organisation organisation, UUID model) {
    return ofModel(organisation, model, HoldOutEntity.class);
  }

  private <E> List<E> ofModel(Organisation organisation, UUID model, Class<E> type) {
    return ofModel(
            "from " + type.getSimpleName(),
            " order by recordedAt desc, id",
            organisation,
            model,
            type)
        .setMaxResults(MOST)
        .getResultList();
  }

  private <T> TypedQuery<T> ofModel(
      String from, String rest, Organisation organisation, UUID model, Class<T> type) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            from + " where organisationId = :organisation and modelId = :model" + rest, type)
        .setParameter("organisation", organisation.id())
        .setParameter("model", model);
  }

  void insert(Object row) {
    entities.persist(row);
    entities.flush();
  }

  HoldOutRequest sent(HoldOutEntity row) {
    try {
      return json.readValue(row.document, HoldOutRequest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the hold-out " + row.id + " cannot be read", e);
    }
  }

  String text(HoldOutRequest request) {
    try {
      return json.writeValueAsString(request);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a hold-out cannot be written", e);
    }
  }
}
