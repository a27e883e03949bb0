package dev.plumbline.api.members;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;

/** A row of {@code organisation}. */
@Entity
@DynamicUpdate
@Table(name = "organisation")
class OrganisationEntity {

  @Id UUID id;
  String name;
  @Generated Instant createdAt;
}
