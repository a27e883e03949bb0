package dev.plumbline.api.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Grants;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A token as it is stored, without its secret.
 *
 * @param project the only one in which its scopes hold; empty for the whole organisation
 * @param createdBy name of the member or token that made it, as it was then
 * @param expiresAt the first moment at which it no longer works
 */
record StoredToken(
    Organisation organisation,
    String id,
    String name,
    Set<Scope> scopes,
    Optional<UUID> project,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {

  StoredToken {
    requireNonNull(organisation, "organisation");
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    scopes = Set.copyOf(scopes);
    requireNonNull(project, "project");
    requireNonNull(createdBy, "createdBy");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(lastUsedAt, "lastUsedAt");
    requireNonNull(revokedAt, "revokedAt");
  }

  TokenStatus statusAt(Instant now) {
    if (revokedAt.isPresent()) {
      return TokenStatus.REVOKED;
    }
    return now.isBefore(expiresAt) ? TokenStatus.ACTIVE : TokenStatus.EXPIRED;
  }

  StoredToken revoked(Instant moment) {
    return new StoredToken(
        organisation,
        id,
        name,
        scopes,
        project,
        createdBy,
        createdAt,
        expiresAt,
        lastUsedAt,
        Optional.of(moment));
  }

  Caller caller() {
    return new Caller(organisation, new Actor(Actor.Kind.TOKEN, id, name), grants());
  }

  Grants grants() {
    Set<String> permissions = permissions(organisation, scopes, project);
    return project
        .map(only -> new Grants(Set.of(), Map.of(only, permissions)))
        .orElseGet(() -> Grants.everywhere(permissions));
  }

  /** What such a token allows; in a project nobody runs the installation. */
  static Set<String> permissions(
      Organisation organisation, Set<Scope> scopes, Optional<UUID> project) {
    return scopes.stream()
        .map(scope -> project.isPresent() ? scope.permissions() : scope.permissionsIn(organisation))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
