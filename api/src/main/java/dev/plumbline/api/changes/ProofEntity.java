package dev.plumbline.api.changes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code model_proof}, which is never changed. */
@Entity
@Table(name = "model_proof")
@IdClass(RowKey.class)
class ProofEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String provider;
  String model;
  Instant verifiedAt;
  String note;
  String byId;
  String byName;
  Instant recordedAt;
}
