package dev.plumbline.api.models;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code model_evidence}. */
@Entity
@Immutable
@Table(name = "model_evidence")
@IdClass(RowKey.class)
class EvidenceEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String provider;
  String model;
  String kind;
  Instant seenAt;
  String reference;
  Instant recordedAt;

  ModelEvidence toEvidence() {
    return new ModelEvidence(
        id,
        new ModelKey(Provider.of(provider), model),
        EvidenceKind.findByLabel(kind).orElseThrow(),
        seenAt,
        reference);
  }
}
