package dev.plumbline.api.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Grants;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectsTest {

  private static final Slice ALL = new Slice(100, Optional.empty());

  @Inject Projects projects;
  @Inject ProjectRoles roles;
  @Inject Teams teams;
  @Inject StoredGrants grants;

  private Rows rows;
  private Caller admin;

  @BeforeEach
  void found() {
    rows = Rows.ofNewOrganisation();
    admin = Callers.admin(rows.organisation());
  }

  @Test
  void aTeamsRoleInAProjectIsItsMembersUntilTheTeamIsGone() {
    UUID member = rows.member("viewer");
    UUID project = projects.add(admin, "Assistant").id();
    UUID team = teams.add(admin, "Search").id();
    roles.give(admin, project, team(team), Role.PLANNER);
    teams.putIn(admin, team, member);
    teams.putIn(admin, team, member);

    assertThat(mayPlan(member, project)).isTrue();
    assertThat(teams.members(admin, team, ALL).entries())
        .extracting(MemberView::id)
        .containsExactly(member);

    teams.delete(admin, team);

    assertThat(mayPlan(member, project)).isFalse();
    assertThat(roles.list(admin, project, ALL).entries()).isEmpty();
    assertThat(rows.trail())
        .containsExactly(
            "project.created",
            "team.created",
            "project_role.given",
            "team.member_added",
            "team.deleted");
    assertThat(rows.texts("select before from audit_entry where number = 5"))
        .singleElement()
        .asString()
        .contains(member.toString(), "planner");
  }

  @Test
  void aRoleIsChangedAndTakenAway() {
    UUID member = rows.member("viewer");
    UUID project = projects.add(admin, "Assistant").id();
    UUID role = roles.give(admin, project, member(member), Role.VIEWER).id();
    refused(ErrorCode.CONFLICT, () -> roles.give(admin, project, member(member), Role.OWNER));

    roles.change(admin, project, role, Role.PLANNER);
    assertThat(mayPlan(member, project)).isTrue();

    roles.take(admin, project, role);
    assertThat(mayPlan(member, project)).isFalse();
    refused(ErrorCode.NOT_FOUND, () -> roles.take(admin, project, role));
  }

  @Test
  void aNameIsTakenOncePerOrganisation() {
    UUID first = projects.add(admin, "Assistant").id();
    UUID second = projects.add(admin, "Other").id();
    UUID team = teams.add(admin, "Search").id();
    teams.add(admin, "Ads");

    refused(ErrorCode.CONFLICT, () -> projects.add(admin, "Assistant"));
    refused(
        ErrorCode.CONFLICT,
        () -> projects.change(admin, second, new ProjectChange("Assistant", null)));
    refused(ErrorCode.CONFLICT, () -> teams.add(admin, "Search"));
    refused(ErrorCode.CONFLICT, () -> teams.rename(admin, team, "Ads"));
    Caller other = Callers.admin(Rows.ofNewOrganisation().organisation());
    assertThat(projects.add(other, "Assistant").id()).isNotEqualTo(first);
  }

  @Test
  void anArchivedProjectComesBackWithItsRoles() {
    UUID member = rows.member("viewer");
    UUID project = projects.add(admin, "Assistant").id();
    roles.give(admin, project, member(member), Role.PLANNER);

    assertThat(projects.change(admin, project, new ProjectChange(null, true)).archivedAt())
        .isNotNull();
    assertThat(mayPlan(member, project)).isFalse();

    assertThat(projects.change(admin, project, new ProjectChange(null, false)).archivedAt())
        .isNull();
    assertThat(mayPlan(member, project)).isTrue();
  }

  @Test
  void anAdministratorOfOneProjectGivesRolesThereAndNowhereElse() {
    UUID mine = rows.project();
    UUID notMine = rows.project();
    UUID member = rows.member("viewer");
    Caller caller = Callers.inProject(rows.organisation(), mine, Role.ADMIN);

    assertThat(roles.give(caller, mine, member(member), Role.OPERATOR).role())
        .isEqualTo("operator");

    refused(ErrorCode.FORBIDDEN, () -> roles.give(caller, notMine, member(member), Role.VIEWER));
    refused(ErrorCode.FORBIDDEN, () -> projects.add(caller, "New"));
    refused(ErrorCode.FORBIDDEN, () -> teams.putIn(caller, rows.teamOf(), member));
  }

  @Test
  void aPlaceInATeamIsWorthWhatTheTeamMayDo() {
    UUID project = rows.project();
    UUID team = rows.teamOf();
    rows.giveTeam(project, team, "operator");
    Caller clerk =
        Callers.with(
            rows.organisation(),
            Grants.everywhere(
                Set.of(Permissions.ORGANISATION_READ, Permissions.ORGANISATION_WRITE)));

    refused(ErrorCode.FORBIDDEN, () -> teams.putIn(clerk, team, rows.member("viewer")));
  }

  @Test
  void whoSeesOneProjectIsShownNoOther() {
    UUID mine = rows.project();
    UUID notMine = rows.project();
    Caller caller =
        Callers.with(
            rows.organisation(),
            new Grants(Set.of(), Map.of(mine, Set.of(Permissions.ORGANISATION_READ))));

    assertThat(projects.list(caller, ALL).entries())
        .extracting(ProjectView::id)
        .containsExactly(mine);
    refused(ErrorCode.FORBIDDEN, () -> projects.show(caller, notMine));
    refused(ErrorCode.FORBIDDEN, () -> teams.list(caller, ALL));
  }

  @Test
  void whatIsAnothersIsNotFound() {
    Rows others = Rows.ofNewOrganisation();
    UUID project = others.project();
    UUID team = others.teamOf();
    UUID member = others.member("viewer");
    UUID mine = rows.project();

    refused(ErrorCode.NOT_FOUND, () -> projects.show(admin, project));
    refused(
        ErrorCode.NOT_FOUND, () -> projects.change(admin, project, new ProjectChange("X", true)));
    refused(ErrorCode.NOT_FOUND, () -> roles.list(admin, project, ALL));
    refused(ErrorCode.NOT_FOUND, () -> roles.give(admin, mine, member(member), Role.VIEWER));
    refused(ErrorCode.NOT_FOUND, () -> roles.give(admin, mine, team(team), Role.VIEWER));
    refused(ErrorCode.NOT_FOUND, () -> teams.delete(admin, team));
    refused(ErrorCode.NOT_FOUND, () -> teams.putIn(admin, rows.teamOf(), member));
    refused(ErrorCode.NOT_FOUND, () -> teams.members(admin, team, ALL));
  }

  private boolean mayPlan(UUID member, UUID project) {
    return grants
        .of(rows.organisation(), member)
        .orElseThrow()
        .grants()
        .holds(Permissions.OVERRIDES_WRITE, Optional.of(project));
  }

  private static RoleHolder member(UUID id) {
    return new RoleHolder(Optional.of(id), Optional.empty());
  }

  private static RoleHolder team(UUID id) {
    return new RoleHolder(Optional.empty(), Optional.of(id));
  }

  private static void refused(ErrorCode code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
