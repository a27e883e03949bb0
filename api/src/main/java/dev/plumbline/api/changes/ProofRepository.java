package dev.plumbline.api.changes;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** In PostgreSQL: that models answered, as somebody said; the registry reads it as evidence. */
@ApplicationScoped
class ProofRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;

  ProofRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  @Transactional
  void add(Organisation organisation, ProofEntity row) {
    tenancy.enter(organisation);
    row.organisationId = organisation.id();
    entities.persist(row);
    entities.flush();
  }
}
