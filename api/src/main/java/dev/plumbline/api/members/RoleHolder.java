package dev.plumbline.api.members;

import java.util.Optional;
import java.util.UUID;

/** Who holds a role in a project: a member or a team. */
record RoleHolder(Optional<UUID> member, Optional<UUID> team) {

  RoleHolder {
    if (member.isPresent() == team.isPresent()) {
      throw new IllegalArgumentException("give either member_id or team_id");
    }
  }
}
