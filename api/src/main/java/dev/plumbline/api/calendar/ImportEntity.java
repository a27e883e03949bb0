package dev.plumbline.api.calendar;

import dev.plumbline.lifecycle.deprecation.imports.Document;
import dev.plumbline.lifecycle.deprecation.imports.DocumentKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code calendar_import}. */
@Entity
@DynamicUpdate // the application may write only what is decided
@Table(name = "calendar_import")
@IdClass(RowKey.class)
class ImportEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String kind;
  String name;
  LocalDate seenAt;
  byte[] content;
  byte[] sha256;
  Instant uploadedAt;
  String uploadedBy;
  String state;
  @Nullable Instant decidedAt;
  @Nullable String decidedBy;
  @Nullable String reason;

  DocumentKind documentKind() {
    return DocumentKind.findByLabel(kind).orElseThrow();
  }

  /** The document again, read at the moment of its upload: the same text gives the same claims. */
  Document document() {
    return new Document(name, documentKind(), CompressedText.unpacked(content), seenAt, uploadedAt);
  }

  boolean isOpen() {
    return state.equals(Labels.of(ImportState.OPEN));
  }

  void decide(ImportState decision, String by, @Nullable String why, Instant moment) {
    state = Labels.of(decision);
    decidedAt = moment;
    decidedBy = by;
    reason = why;
  }
}
