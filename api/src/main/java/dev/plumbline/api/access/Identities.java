package dev.plumbline.api.access;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.security.Permission;

/** Our callers in the framework's words. */
final class Identities {

  private Identities() {}

  static SecurityIdentity anonymous() {
    return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
  }

  static SecurityIdentity of(Caller caller) {
    return builder(caller).build();
  }

  static SecurityIdentity of(OpenSession session) {
    return builder(session.caller()).addAttribute(OpenSession.ATTRIBUTE, session).build();
  }

  private static QuarkusSecurityIdentity.Builder builder(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.actor().id()))
        .addAttribute(CurrentCaller.ATTRIBUTE, caller)
        .addPermissionChecker(
            asked -> Uni.createFrom().item(caller.grants().anywhere(spelled(asked))));
  }

  /** {@code name:action}, as {@code @PermissionsAllowed} was given it. */
  private static String spelled(Permission asked) {
    return asked.getActions().isEmpty()
        ? asked.getName()
        : asked.getName() + ":" + asked.getActions();
  }
}
