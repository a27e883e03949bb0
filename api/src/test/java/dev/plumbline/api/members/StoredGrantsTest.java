package dev.plumbline.api.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.MemberGrants;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoredGrantsTest {

  @Inject MemberGrants grants;

  @Test
  void aMemberActsWithTheirNameAndTheRoleInTheOrganisation() {
    Rows rows = Rows.ofNewOrganisation();
    UUID planner = rows.member("planner");

    Caller caller = grants.of(rows.organisation(), planner).orElseThrow();

    assertThat(caller.organisation()).isEqualTo(rows.organisation());
    assertThat(caller.actor())
        .isEqualTo(new Actor(Actor.Kind.MEMBER, planner.toString(), "Somebody"));
    assertThat(caller.grants().everywhere()).isEqualTo(Role.PLANNER.permissions());
    assertThat(caller.grants().inProjects()).isEmpty();
  }

  @Test
  void rolesInProjectsAddUpWhetherHeldAloneOrThroughTeams() {
    Rows rows = Rows.ofNewOrganisation();
    UUID member = rows.member("viewer");
    UUID one = rows.project();
    UUID two = rows.project();
    UUID team = rows.teamOf(member);
    rows.giveMember(one, member, "planner");
    rows.giveTeam(one, team, "operator");
    rows.giveTeam(two, rows.teamOf(), "admin");

    Caller caller = grants.of(rows.organisation(), member).orElseThrow();

    Set<String> inOne = caller.grants().inProjects().get(one);
    assertThat(inOne)
        .containsAll(Role.PLANNER.permissions())
        .containsAll(Role.OPERATOR.permissions());
    assertThat(caller.grants().inProjects()).containsOnlyKeys(one);
    assertThat(caller.grants().holds(Permissions.OVERRIDES_WRITE, Optional.of(two))).isFalse();
  }

  @Test
  void anArchivedProjectAllowsNothing() {
    Rows rows = Rows.ofNewOrganisation();
    UUID member = rows.member("viewer");
    UUID project = rows.project();
    rows.giveMember(project, member, "admin");
    rows.execute("update project set archived_at = now() where id = ?", project);

    assertThat(grants.of(rows.organisation(), member).orElseThrow().grants().inProjects())
        .isEmpty();
  }

  @Test
  void theDisabledTheUnknownAndThoseOfOthersAreNobody() {
    Rows rows = Rows.ofNewOrganisation();
    UUID member = rows.member("admin");
    assertThat(grants.of(Rows.ofNewOrganisation().organisation(), member)).isEmpty();
    assertThat(grants.of(rows.organisation(), UUID.randomUUID())).isEmpty();

    rows.execute("update member set disabled_at = now() where id = ?", member);

    assertThat(grants.of(rows.organisation(), member)).isEmpty();
  }

  @Test
  void onlyAdministratorsOfTheFirstOrganisationRunTheInstallation() {
    assertThat(Role.ADMIN.permissionsIn(Organisation.FIRST)).contains(Permissions.INSTALLATION);
    assertThat(Role.OPERATOR.permissionsIn(Organisation.FIRST))
        .doesNotContain(Permissions.INSTALLATION);
    Organisation other = new Organisation(UUID.randomUUID());
    assertThat(Role.ADMIN.permissionsIn(other)).doesNotContain(Permissions.INSTALLATION);
  }
}
