package dev.plumbline.api.members;

import dev.plumbline.api.identity.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/** A row of {@code member}, without what belongs to signing in. */
@Entity
@DynamicUpdate
@Table(name = "member")
@IdClass(RowKey.class)
class MemberEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String email;
  String name;
  String role;
  @Generated Instant createdAt;
  @Nullable Instant disabledAt;

  Role role() {
    return Role.findByLabel(role).orElseThrow();
  }
}
