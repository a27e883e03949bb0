package dev.plumbline.api.rollbacks;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.syncs.ServableCalls.Seen;
import dev.plumbline.api.syncs.ServableCalls.Verdict;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The last look at each model that one could go back to, in PostgreSQL. */
@ApplicationScoped
class LookRepository {

  private static final int LONGEST = 1_000;

  private final EntityManager entities;
  private final Tenancy tenancy;

  LookRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  @Transactional
  Map<ModelKey, Seen> all(Organisation organisation) {
    tenancy.enter(organisation);
    Map<ModelKey, Seen> looks = new HashMap<>();
    for (Object row :
        entities
            .createNativeQuery(
                """
                select provider, model, at, verdict, words from rollback_look
                where organisation_id = :organisation""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .getResultList()) {
      Object[] columns = (Object[]) row;
      looks.put(
          new ModelKey(Provider.of((String) columns[0]), (String) columns[1]),
          new Seen(
              Verdict.valueOf(((String) columns[3]).toUpperCase(Locale.ROOT)),
              (Instant) columns[2],
              (String) columns[4]));
    }
    return looks;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void keep(Organisation organisation, ModelKey model, Seen seen) {
    entities
        .createNativeQuery(
            """
            insert into rollback_look (organisation_id, provider, model, at, verdict, words)
            values (:organisation, :provider, :model, :at, :verdict, :words)
            on conflict (organisation_id, provider, model) do update
              set at = excluded.at, verdict = excluded.verdict, words = excluded.words""")
        .setParameter("organisation", organisation.id())
        .setParameter("provider", model.provider().key())
        .setParameter("model", model.model())
        .setParameter("at", seen.at())
        .setParameter("verdict", seen.verdict().name().toLowerCase(Locale.ROOT))
        .setParameter("words", seen.words().substring(0, Math.min(LONGEST, seen.words().length())))
        .executeUpdate();
  }
}
