package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Member", description = "A person in your organisation")
public record MemberView(
    UUID id,
    @Schema(examples = "ada@example.com") String email,
    @Schema(examples = "Ada Lovelace") String name,
    @Schema(examples = "planner", description = "role in the whole organisation") String role,
    Instant createdAt,
    @Schema(description = "since when the member may not sign in") @Nullable Instant disabledAt) {

  static MemberView of(MemberEntity row) {
    return new MemberView(row.id, row.email, row.name, row.role, row.createdAt, row.disabledAt);
  }
}
