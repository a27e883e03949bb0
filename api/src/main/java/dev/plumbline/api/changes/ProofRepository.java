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

/** In PostgreSQL: which model was seen to answer, and when. */
@ApplicationScoped
class ProofRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;

  ProofRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /**
   * When a call to each model last succeeded, as far as anybody said: by a proof or by evidence of
   * the registry.
   */
  @Transactional
  Map<ModelKey, Instant> latest(Organisation organisation) {
    tenancy.enter(organisation);
    Map<ModelKey, Instant> latest = new HashMap<>();
    for (Object row :
        entities
            .createNativeQuery(
                """
                select provider, model, max(at) from (
                  select provider, model, verified_at as at from model_proof
                  where organisation_id = :organisation
                  union all
                  select provider, model, seen_at from model_evidence
                  where organisation_id = :organisation and kind = 'servable') as seen
                group by provider, model""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .getResultList()) {
      Object[] columns = (Object[]) row;
      ModelKey key = new ModelKey(Provider.of((String) columns[0]), (String) columns[1]);
      latest.put(key, (Instant) columns[2]);
    }
    return latest;
  }

  @Transactional
  void add(Organisation organisation, ProofEntity row) {
    tenancy.enter(organisation);
    row.organisationId = organisation.id();
    entities.persist(row);
    entities.flush();
  }
}
