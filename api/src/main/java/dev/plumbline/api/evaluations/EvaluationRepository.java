package dev.plumbline.api.evaluations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

  Optional<LossFileEntity> losses(Organisation organisation, UUID model, String sha256) {
    return losses(organisation, model).stream()
        .filter(row -> row.sha256.equals(sha256))
        .findFirst();
  }

  /** The newest first, at most 100. */
  List<HoldOutEntity> holdOuts(Organisation organisation, UUID model) {
    return ofModel(organisation, model, HoldOutEntity.class);
  }

  private <E> List<E> ofModel(Organisation organisation, UUID model, Class<E> type) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from %s where organisationId = :organisation and modelId = :model order by recordedAt desc, id"
                .formatted(type.getSimpleName()),
            type)
        .setParameter("organisation", organisation.id())
        .setParameter("model", model)
        .setMaxResults(MOST)
        .getResultList();
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
