package dev.plumbline.api.prices;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "PriceImport")
record ImportView(
    UUID id,
    @Schema(examples = "bundled") String origin,
    String contentHash,
    String catalogueVersion,
    Instant importedAt,
    @Schema(description = "prices of things that had none") int added,
    @Schema(description = "prices that took the place of others") int changed,
    @Schema(description = "prices that ended without a successor") int closed,
    int unchanged) {

  static ImportView of(CatalogueImportEntity row) {
    return new ImportView(
        row.id,
        row.origin,
        row.contentHash,
        row.catalogueVersion,
        row.importedAt,
        row.added,
        row.changed,
        row.closed,
        row.unchanged);
  }
}
