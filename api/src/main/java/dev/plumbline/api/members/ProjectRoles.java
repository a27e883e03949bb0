package dev.plumbline.api.members;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Who holds which role in a project. An administrator of the project may give them too. */
@ApplicationScoped
class ProjectRoles {

  static final long MOST = 1_000;

  private final ProjectRepository projects;
  private final ProjectRoleRepository roles;
  private final MemberRepository members;
  private final TeamRepository teams;
  private final Tenancy tenancy;
  private final AuditTrail trail;

  ProjectRoles(
      ProjectRepository projects,
      ProjectRoleRepository roles,
      MemberRepository members,
      TeamRepository teams,
      Tenancy tenancy,
      AuditTrail trail) {
    this.projects = projects;
    this.roles = roles;
    this.members = members;
    this.teams = teams;
    this.tenancy = tenancy;
    this.trail = trail;
  }

  Listed<ProjectRoleView> list(Caller caller, UUID project, Slice slice) {
    requireProject(caller, project, Permissions.ORGANISATION_READ);
    return roles.list(caller.organisation(), project, slice).as(ProjectRoleView::of);
  }

  @Transactional
  ProjectRoleView give(Caller caller, UUID project, RoleHolder holder, Role role) {
    tenancy.enterAlone(caller.organisation());
    requireProject(caller, project, Permissions.ORGANISATION_WRITE);
    requireHolder(caller.organisation(), holder);
    requireCover(caller, role, project);
    if (roles.count(caller.organisation(), project) >= MOST) {
      throw Refusals.full("roles in this project", MOST);
    }
    ProjectRoleView given =
        ProjectRoleView.of(roles.add(caller.organisation(), project, holder, role));
    record(caller, AuditedChange.of("project_role.given", "project_role", given.id()).to(given));
    return given;
  }

  @Transactional
  ProjectRoleView change(Caller caller, UUID project, UUID id, Role role) {
    ProjectRoleEntity row = forChange(caller, project, id);
    requireCover(caller, role, project);
    ProjectRoleView before = ProjectRoleView.of(row);
    row.role = role.label();
    ProjectRoleView after = ProjectRoleView.of(row);
    if (!after.equals(before)) {
      record(
          caller,
          AuditedChange.of("project_role.changed", "project_role", id).from(before).to(after));
    }
    return after;
  }

  @Transactional
  void take(Caller caller, UUID project, UUID id) {
    ProjectRoleView before = ProjectRoleView.of(forChange(caller, project, id));
    roles.delete(caller.organisation(), id);
    record(caller, AuditedChange.of("project_role.taken", "project_role", id).from(before));
  }

  private ProjectRoleEntity forChange(Caller caller, UUID project, UUID id) {
    tenancy.enterAlone(caller.organisation());
    requireProject(caller, project, Permissions.ORGANISATION_WRITE);
    ProjectRoleEntity row =
        roles
            .find(caller.organisation(), project, id)
            .orElseThrow(() -> Refusals.missing("role", id));
    requireCover(caller, row.role(), project);
    return row;
  }

  private void requireProject(Caller caller, UUID project, String permission) {
    if (projects.find(caller.organisation(), project).isEmpty()) {
      throw Refusals.missing("project", project);
    }
    caller.require(permission, Optional.of(project));
  }

  private void requireHolder(Organisation organisation, RoleHolder holder) {
    if (holder.member().filter(id -> members.find(organisation, id).isEmpty()).isPresent()) {
      throw Refusals.missing("member", holder.member().get());
    }
    if (holder.team().filter(id -> teams.find(organisation, id).isEmpty()).isPresent()) {
      throw Refusals.missing("team", holder.team().get());
    }
  }

  private static void requireCover(Caller caller, Role role, UUID project) {
    Refusals.requireCover(caller, role.permissions(), Optional.of(project));
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
