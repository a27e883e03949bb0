package dev.plumbline.api.members;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Grants;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.organisations.Organisation;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** People who call use cases without having signed in. */
final class Callers {

  private Callers() {}

  static Caller of(Organisation organisation, Role role) {
    return with(organisation, Grants.everywhere(role.permissionsIn(organisation)));
  }

  static Caller admin(Organisation organisation) {
    return of(organisation, Role.ADMIN);
  }

  static Caller inProject(Organisation organisation, UUID project, Role role) {
    return with(
        organisation,
        new Grants(Role.VIEWER.permissions(), Map.of(project, Set.copyOf(role.permissions()))));
  }

  static Caller with(Organisation organisation, Grants grants) {
    return new Caller(organisation, new Actor(Actor.Kind.MEMBER, "somebody", "Some Body"), grants);
  }
}
