package dev.plumbline.api.oidc;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;

/** A member as a sign-in finds and leaves them; also what the audit trail shows of it. */
@JsonNaming(SnakeCaseStrategy.class)
record KnownMember(UUID id, String email, String name, String role, boolean disabled) {

  KnownMember withNameAndRole(String newName, String newRole) {
    return new KnownMember(id, email, newName, newRole, disabled);
  }
}
