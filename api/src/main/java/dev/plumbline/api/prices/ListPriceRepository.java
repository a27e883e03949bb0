package dev.plumbline.api.prices;

import dev.plumbline.core.hash.Sha256;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Published prices in PostgreSQL, with the imports that brought them. */
@ApplicationScoped
class ListPriceRepository {

  /** Any constant will do, as long as every instance uses the same one. */
  private static final long IMPORT_LOCK = 0x506c756d62507269L;

  private final EntityManager entities;

  ListPriceRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Every row ever recorded. */
  @Transactional
  List<ListPrice> all() {
    return stored().stream().map(ListPriceEntity::toListPrice).toList();
  }

  /** Something that is different after any change to published prices. */
  @Transactional
  String revision() {
    return entities
        .createNativeQuery(
            "select concat_ws(' ', count(*), max(imported_at)) from catalogue_import", String.class)
        .getSingleResult()
        .toString();
  }

  @Transactional
  List<CatalogueImportEntity> imports(int page, int size) {
    return entities
        .createQuery(
            "from CatalogueImportEntity order by importedAt desc", CatalogueImportEntity.class)
        .setFirstResult(Math.multiplyExact(page, size))
        .setMaxResults(size)
        .getResultList();
  }

  /**
   * Makes what the catalogue says what is believed from now on. The same content as at the last
   * import changes nothing. Instances that import at the same moment wait for each other.
   *
   * @return the import, or empty when there was nothing to do
   */
  @Transactional
  Optional<CatalogueImportEntity> importAll(PriceCatalogue catalogue, String origin) {
    entities
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
        .setParameter("lock", IMPORT_LOCK)
        .getSingleResult();
    String hash = hashOf(catalogue.rows());
    List<CatalogueImportEntity> last = imports(0, 1);
    if (!last.isEmpty() && last.get(0).contentHash.equals(hash)) {
      return Optional.empty();
    }
    return Optional.of(store(catalogue, origin, hash));
  }

  private CatalogueImportEntity store(PriceCatalogue catalogue, String origin, String hash) {
    Instant moment = databaseTime();
    List<ListPriceEntity> stored = stored();
    ImportPlan plan =
        ImportPlan.of(
            stored.stream().map(ListPriceEntity::toListPrice).toList(), catalogue.rows(), moment);
    CatalogueImportEntity batch = new CatalogueImportEntity();
    batch.id = UUID.randomUUID();
    batch.origin = origin;
    batch.contentHash = hash;
    batch.catalogueVersion = catalogue.version();
    batch.importedAt = moment;
    take(batch, plan.counts());
    entities.persist(batch);
    close(stored, plan.closing(), moment);
    entities.flush(); // rows are closed before those that take their place come
    plan.adding().forEach(price -> entities.persist(ListPriceEntity.of(price, batch.id)));
    entities.flush();
    return batch;
  }

  private static void take(CatalogueImportEntity batch, ImportPlan.Counts counts) {
    batch.added = counts.added();
    batch.changed = counts.changed();
    batch.closed = counts.closed();
    batch.unchanged = counts.unchanged();
  }

  private static void close(List<ListPriceEntity> stored, List<ListPrice> closing, Instant moment) {
    for (ListPriceEntity row : stored) {
      if (row.supersededAt == null && closing.contains(row.toListPrice())) {
        row.supersededAt = moment;
      }
    }
  }

  private List<ListPriceEntity> stored() {
    return entities
        .createQuery(
            "from ListPriceEntity order by provider, model, component, validFrom, recordedAt, claimId",
            ListPriceEntity.class)
        .getResultList();
  }

  private Instant databaseTime() {
    return (Instant)
        entities.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }

  private static String hashOf(Collection<ListPrice> rows) {
    String text =
        rows.stream()
            .map(row -> row.id() + "|" + row.recording() + "|" + row.evidence())
            .sorted()
            .collect(Collectors.joining("\n"));
    return Sha256.hex(text);
  }
}
