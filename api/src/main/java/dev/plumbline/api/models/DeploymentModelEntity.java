package dev.plumbline.api.models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code deployment_model}: what answered in a deployment for some time. */
@Entity
@DynamicUpdate // the application may write only the column that ends it
@Table(name = "deployment_model")
@IdClass(RowKey.class)
class DeploymentModelEntity {

  @Id UUID organisationId;
  @Id UUID id;
  UUID deploymentId;
  String model;
  Instant beganAt;
  @Nullable Instant endedAt;
}
