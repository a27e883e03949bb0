package dev.plumbline.api.exitplans;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code exit_plan}. */
@Entity
@DynamicUpdate // the application may write only some of the columns
@Table(name = "exit_plan")
@IdClass(RowKey.class)
class PlanEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String provider;
  String model;
  @Nullable UUID changeId;
  String document;
  String createdBy;
  Instant createdAt;
  Instant changedAt;
  @Nullable Instant closedAt;
}
