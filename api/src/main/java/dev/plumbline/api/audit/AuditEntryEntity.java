package dev.plumbline.api.audit;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code audit_entry}, to read; {@link AuditTrail} alone writes them. */
@Entity
@Immutable
@Table(name = "audit_entry")
@IdClass(AuditEntryKey.class)
class AuditEntryEntity {

  @Id UUID organisationId;
  @Id long number;
  Instant at;
  String actorKind;
  String actorId;
  String actorName;
  String action;
  String subjectKind;
  String subjectId;

  @Column(name = "before")
  @Nullable String viewBefore;

  @Column(name = "after")
  @Nullable String viewAfter;

  byte[] previousHash;
  byte[] hash;

  ChainedEntry toEntry() {
    AuditEntry entry =
        new AuditEntry(
            new Organisation(organisationId),
            number,
            at,
            new Actor(AuditEntryView.kind(actorKind), actorId, actorName),
            action,
            subjectKind,
            subjectId,
            Optional.ofNullable(viewBefore),
            Optional.ofNullable(viewAfter));
    return new ChainedEntry(entry, new ChainHash(previousHash), new ChainHash(hash));
  }
}
