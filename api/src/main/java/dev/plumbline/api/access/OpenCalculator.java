package dev.plumbline.api.access;

import dev.plumbline.api.identity.Permissions;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Lets visitors use the break-even calculator, where a setting says so. They act for no
 * organisation, so they see list prices and nobody's own.
 */
@ApplicationScoped
class OpenCalculator implements SecurityIdentityAugmentor {

  private final boolean open;

  @Inject
  OpenCalculator(AccessConfig config) {
    this(config.openBreakEven());
  }

  OpenCalculator(boolean open) {
    this.open = open;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom().item(open && identity.isAnonymous() ? calculating() : identity);
  }

  private static SecurityIdentity calculating() {
    String[] spelled = Permissions.BREAK_EVEN.split(":", 2);
    StringPermission granted = new StringPermission(spelled[0], spelled[1]);
    return QuarkusSecurityIdentity.builder()
        .setAnonymous(true)
        .addPermissionChecker(asked -> Uni.createFrom().item(granted.implies(asked)))
        .build();
  }
}
