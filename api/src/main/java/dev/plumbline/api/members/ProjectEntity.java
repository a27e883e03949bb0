package dev.plumbline.api.members;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/** A row of {@code project}. */
@Entity
@DynamicUpdate
@Table(name = "project")
@IdClass(RowKey.class)
class ProjectEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String name;
  @Generated Instant createdAt;
  @Nullable Instant archivedAt;
}
