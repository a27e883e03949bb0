package dev.plumbline.api.evaluations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code hold_out}; the document is what was sent. */
@Entity
@Immutable
@Table(name = "hold_out")
@IdClass(RowKey.class)
class HoldOutEntity {

  @Id UUID organisationId;
  @Id UUID id;
  UUID modelId;
  String document;
  Instant recordedAt;
  String recordedBy;
}
