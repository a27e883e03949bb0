package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;

/** That somebody is in a team, as the audit trail keeps it. */
@JsonNaming(SnakeCaseStrategy.class)
record TeamPlace(UUID teamId, UUID memberId, String email) {

  static TeamPlace of(UUID team, MemberEntity member) {
    return new TeamPlace(team, member.id, member.email);
  }
}
