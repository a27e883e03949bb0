package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document that was brought, and what was decided about it. */
@Schema(name = "CalendarImport")
@JsonNaming(SnakeCaseStrategy.class)
public record ImportView(
    UUID id,
    @Schema(description = "openai-page, azure-page, json or csv") String kind,
    String name,
    @Schema(description = "day of the version") LocalDate seenAt,
    String sha256,
    Instant uploadedAt,
    String uploadedBy,
    @Schema(description = "open, approved or refused") String state,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String reason) {

  static ImportView of(ImportEntity row) {
    return new ImportView(
        row.id,
        row.kind,
        row.name,
        row.seenAt,
        HexFormat.of().formatHex(row.sha256),
        row.uploadedAt,
        row.uploadedBy,
        row.state,
        row.decidedAt,
        row.decidedBy,
        row.reason);
  }

  /** Imports, the open ones first. */
  @Schema(name = "CalendarImports")
  public record Page(List<ImportView> imports) {

    public Page {
      imports = List.copyOf(imports);
    }
  }
}
