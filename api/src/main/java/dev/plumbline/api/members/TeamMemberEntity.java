package dev.plumbline.api.members;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code team_member}. */
@Entity
@Table(name = "team_member")
@IdClass(TeamMemberKey.class)
class TeamMemberEntity {

  @Id UUID organisationId;
  @Id UUID teamId;
  @Id UUID memberId;
}
