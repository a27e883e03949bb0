package dev.plumbline.api.members;

import dev.plumbline.api.identity.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code project_role}: either the member or the team is there. */
@Entity
@DynamicUpdate
@Table(name = "project_role")
@IdClass(RowKey.class)
class ProjectRoleEntity {

  @Id UUID organisationId;
  @Id UUID id;
  UUID projectId;
  @Nullable UUID memberId;
  @Nullable UUID teamId;
  String role;

  Role role() {
    return Role.findByLabel(role).orElseThrow();
  }
}
