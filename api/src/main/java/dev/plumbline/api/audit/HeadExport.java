package dev.plumbline.api.audit;

import dev.plumbline.api.organisations.Organisation;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Writes a signed head of every trail to a file, each hour, when the trail has grown. */
@ApplicationScoped
class HeadExport {

  private final OrganisationIds organisations;
  private final Trails trails;
  private final HeadFiles files;
  private final Map<Organisation, Long> exported = new ConcurrentHashMap<>();

  HeadExport(OrganisationIds organisations, Trails trails, HeadFiles files) {
    this.organisations = organisations;
    this.trails = trails;
    this.files = files;
  }

  @Scheduled(
      identity = "audit-heads",
      every = "${plumbline.audit.head-every}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void export() {
    if (!files.areExported()) {
      return;
    }
    for (Organisation organisation : organisations.all()) {
      try {
        export(organisation);
      } catch (RuntimeException e) {
        Log.errorf(e, "the head of a trail was not exported, organisation %s", organisation.id());
      }
    }
  }

  private void export(Organisation organisation) {
    SignedHead head = trails.head(organisation);
    if (head.number() > exported.getOrDefault(organisation, 0L)) {
      files.append(head);
      exported.put(organisation, head.number());
    }
  }

  /** Organisations of the installation, which one transaction may list but not enter. */
  @ApplicationScoped
  static class OrganisationIds {

    private final EntityManager entities;

    OrganisationIds(EntityManager entities) {
      this.entities = entities;
    }

    @Transactional
    List<Organisation> all() {
      return entities
          .createNativeQuery("select id from organisation_ids()", UUID.class)
          .getResultStream()
          .map(id -> new Organisation((UUID) id))
          .toList();
    }
  }
}
