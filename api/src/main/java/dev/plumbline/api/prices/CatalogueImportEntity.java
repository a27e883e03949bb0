package dev.plumbline.api.prices;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code catalogue_import}: which facts came in when, and what they changed. */
@Entity
@Table(name = "catalogue_import")
class CatalogueImportEntity {

  @Id UUID id;
  String origin;
  String contentHash;
  String catalogueVersion;
  Instant importedAt;
  int added;
  int changed;
  int closed;
  int unchanged;
}
