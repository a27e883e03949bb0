package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;

/** A team with all that ended with it, as the audit trail keeps it. */
@JsonNaming(SnakeCaseStrategy.class)
record RemovedTeam(TeamView team, List<UUID> memberIds, List<ProjectRoleView> roles) {

  RemovedTeam {
    memberIds = List.copyOf(memberIds);
    roles = List.copyOf(roles);
  }
}
