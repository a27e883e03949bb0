package dev.plumbline.api.changes;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** In PostgreSQL: which model was seen to answer, and when. */
@ApplicationScoped
class ProofRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;

  ProofRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** When a call to the model last succeeded, as far as anybody said. */
  @Transactional
  Optional<Instant> latest(Organisation organisation, ModelId model) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            select verifiedAt from ProofEntity where organisationId = :organisation
            and provider = :provider and model = :model order by verifiedAt desc""",
            Instant.class)
        .setParameter("organisation", organisation.id())
        .setParameter("provider", model.provider().key())
        .setParameter("model", model.canonical())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  void add(Organisation organisation, ProofEntity row) {
    tenancy.enter(organisation);
    row.organisationId = organisation.id();
    entities.persist(row);
    entities.flush();
  }
}
