package dev.plumbline.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.access.RouteScan.Endpoint;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The layer of permissions alone: who holds what, and what asks for it. */
class PermissionsTest {

  /** Its endpoints come with usage. */
  private static final Set<String> NOT_ASKED_FOR_YET = Set.of(Permissions.USAGE_WRITE);

  /** The way in, feeds, whose address is the proof, and events, whose signature is. */
  private static final List<String> OPEN = List.of("/sign-in", "/feeds/", "/webhooks/openai/");

  private static final Organisation ANOTHER = new Organisation(new UUID(7, 7));
  private static final List<Endpoint> ENDPOINTS = RouteScan.endpoints();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VIEWER |",
        "PLANNER | overrides:write",
        "OWNER | alerts:write calendar:write calendar:approve models:write models:scan plans:write plans:approve audit:read",
        "OPERATOR | providers:write alerts:write channels:read channels:write jobs:operate calendar:write models:scan usage:write tokens:read tokens:write credentials:read"
            + " credentials:write",
        "ADMIN | providers:write alerts:write channels:read channels:write jobs:operate calendar:write calendar:approve overrides:write models:write plans:write plans:approve models:scan usage:write organisation:write tokens:read"
            + " tokens:write credentials:read credentials:write audit:read",
      })
  void aRoleMayWhatAViewerMayAndThis(Role role, String more) {
    Set<String> viewer =
        Set.of(
            "self:use",
            "alerts:read",
            "jobs:read",
            "break-even:use",
            "calculations:use",
            "prices:read",
            "models:read",
            "providers:read",
            "calendar:read",
            "overrides:read",
            "plans:read",
            "organisation:read");
    Stream<String> own = more == null ? Stream.of() : Stream.of(more.split(" "));

    assertThat(role.permissions())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(viewer.stream(), own).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theInstallationIsRunByAdministratorsOfTheFirstOrganisationAlone(Role role) {
    assertThat(role.permissionsIn(Organisation.FIRST).contains(Permissions.INSTALLATION))
        .isEqualTo(role == Role.ADMIN);
    assertThat(role.permissionsIn(ANOTHER)).doesNotContain(Permissions.INSTALLATION);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void aMachineRunsTheInstallationByAnAdministratorsTokenOfTheFirstOrganisation(Scope scope) {
    assertThat(scope.permissionsIn(Organisation.FIRST).contains(Permissions.INSTALLATION))
        .isEqualTo(scope == Scope.ADMIN);
    assertThat(scope.permissionsIn(ANOTHER)).doesNotContain(Permissions.INSTALLATION);
  }

  @Test
  void everyPermissionIsHeldBySomebody() {
    Set<String> held =
        Stream.concat(
                Arrays.stream(Role.values()).map(role -> role.permissionsIn(Organisation.FIRST)),
                Arrays.stream(Scope.values()).map(scope -> scope.permissionsIn(Organisation.FIRST)))
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(held).isEqualTo(all());
  }

  @Test
  void everyPermissionIsAskedForBySomeEndpointAndNoneThatDoesNotExist() {
    Set<String> asked =
        ENDPOINTS.stream()
            .flatMap(endpoint -> endpoint.permissions().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    asked.addAll(NOT_ASKED_FOR_YET);

    assertThat(asked).isEqualTo(all());
  }

  @Test
  void everyEndpointAsksForOnePermissionOrIsOneOfTheOpenPaths() {
    assertThat(ENDPOINTS)
        .allSatisfy(
            endpoint -> {
              if (OPEN.stream().anyMatch(endpoint.route().path()::startsWith)) {
                assertThat(endpoint.permissions()).as("%s", endpoint.route()).isEmpty();
              } else {
                assertThat(endpoint.permissions()).as("%s", endpoint.route()).hasSize(1);
                assertThat(endpoint.open()).as("%s", endpoint.route()).isFalse();
              }
            });
  }

  private static Set<String> all() {
    return Arrays.stream(Permissions.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(PermissionsTest::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
