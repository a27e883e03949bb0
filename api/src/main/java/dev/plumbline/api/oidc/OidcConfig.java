package dev.plumbline.api.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/**
 * Which provider people sign in at, and what its claims mean. {@code application.properties} hands
 * these on to Quarkus, whose tenant {@code people} has every check switched on.
 */
@ConfigMapping(prefix = "plumbline.oidc")
interface OidcConfig {

  @WithDefault("false")
  boolean enabled();

  /** The issuer's address, under which {@code /.well-known/openid-configuration} is found. */
  Optional<String> issuer();

  Optional<String> clientId();

  Optional<String> clientSecret();

  /** What the button on the sign-in page calls it. */
  @WithDefault("single sign-on")
  String label();

  /** Claim of the ID token that lists groups or roles; a path with slashes reaches inside. */
  @WithDefault("groups")
  String rolesClaim();

  /**
   * Value of that claim → role. Of several the strongest counts: admin, operator, owner, planner.
   */
  Map<String, String> roles();

  /** Role of people without such a value; without one they are refused. */
  Optional<String> defaultRole();

  /** Claim that names the organisation; without one everybody belongs to the first. */
  Optional<String> organisationClaim();
}
