package dev.plumbline.api.changes;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** In PostgreSQL: that models answered, as somebody said; the registry reads it as evidence. */
@ApplicationScoped
class ProofRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;

  ProofRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** Models that the last look of the job rollback-verification found gone, and when. */
  @Transactional
  Map<ModelKey, Instant> gone(Organisation organisation) {
    tenancy.enter(organisation);
    Map<ModelKey, Instant> gone = new HashMap<>();
    for (Object row :
        entities
            .createNativeQuery(
                """
                select provider, model, at from rollback_look
                where organisation_id = :organisation and verdict = 'gone'""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .getResultList()) {
      Object[] columns = (Object[]) row;
      gone.put(
          new ModelKey(Provider.of((String) columns[0]), (String) columns[1]),
          (Instant) columns[2]);
    }
    return gone;
  }

  @Transactional
  void add(Organisation organisation, ProofEntity row) {
    tenancy.enter(organisation);
    row.organisationId = organisation.id();
    entities.persist(row);
    entities.flush();
  }
}
