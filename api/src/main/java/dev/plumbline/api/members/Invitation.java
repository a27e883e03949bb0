package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member with the link by which they sign in first. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Invitation")
public record Invitation(
    MemberView member,
    @Schema(
            description =
                "for this person only: works once, for a short time, and is never shown again")
        String signInLink) {

  @Override
  public String toString() {
    return "Invitation[member=" + member + "]"; // the link is a secret
  }
}
