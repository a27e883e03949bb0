package dev.plumbline.api.identity;

import dev.plumbline.api.organisations.Organisation;
import java.util.Optional;
import java.util.UUID;

/** What a person may do; asked whenever a session is looked up. */
public interface MemberGrants {

  /**
   * The member with the permissions of the role in the organisation, and of the roles in projects
   * that they hold themselves or through a team. Empty when there is no such member, or the member
   * is disabled.
   */
  Optional<Caller> of(Organisation organisation, UUID member);
}
