package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to invite somebody. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewMember",
    examples =
        """
        {"email":"ada@example.com","name":"Ada Lovelace","role":"planner"}""")
public record NewMemberRequest(
    @Nullable String email,
    @Schema(description = "as others see it; the email's first part when absent")
        @Nullable String name,
    @Schema(description = "viewer, planner, owner, operator or admin") @Nullable String role) {

  public NewMember toNewMember() {
    EmailAddress address = Given.email("email", email);
    return new NewMember(
        address,
        Given.nameIfAny("name", name)
            .orElseGet(() -> address.text().substring(0, address.text().indexOf('@'))),
        Given.role(role));
  }
}
