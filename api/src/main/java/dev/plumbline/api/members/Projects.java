package dev.plumbline.api.members;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Projects of an organisation. */
@ApplicationScoped
public class Projects {

  static final long MOST = 5_000;

  private final ProjectRepository projects;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Projects(ProjectRepository projects, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.projects = projects;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** All, or those in which the caller has a permission to look. */
  public Listed<ProjectView> list(Caller caller, Slice slice) {
    if (caller.grants().holds(Permissions.ORGANISATION_READ, Optional.empty())) {
      return projects.list(caller.organisation(), slice).as(ProjectView::of);
    }
    Set<UUID> seen =
        caller.grants().inProjects().entrySet().stream()
            .filter(each -> each.getValue().contains(Permissions.ORGANISATION_READ))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return projects.list(caller.organisation(), seen, slice).as(ProjectView::of);
  }

  ProjectView show(Caller caller, UUID id) {
    ProjectEntity row = existing(caller, id);
    caller.require(Permissions.ORGANISATION_READ, Optional.of(id));
    return ProjectView.of(row);
  }

  @Transactional
  public ProjectView add(Caller caller, String name) {
    caller.require(Permissions.ORGANISATION_WRITE, Optional.empty());
    tenancy.enterAlone(caller.organisation());
    if (projects.count(caller.organisation()) >= MOST) {
      throw Refusals.full("projects", MOST);
    }
    ProjectView added = ProjectView.of(projects.add(caller.organisation(), name));
    record(caller, AuditedChange.of("project.created", "project", added.id()).to(added));
    return added;
  }

  /** The same change again changes nothing, and leaves no trace. */
  @Transactional
  ProjectView change(Caller caller, UUID id, ProjectChange change) {
    tenancy.enterAlone(caller.organisation());
    ProjectEntity row = existing(caller, id);
    caller.require(Permissions.ORGANISATION_WRITE, Optional.of(id));
    ProjectView before = ProjectView.of(row);
    change.newName().ifPresent(name -> row.name = name);
    if (change.archived() != null && change.archived() != (row.archivedAt != null)) {
      row.archivedAt = change.archived() ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null;
    }
    projects.update(row);
    ProjectView after = ProjectView.of(row);
    if (!after.equals(before)) {
      record(caller, AuditedChange.of("project.changed", "project", id).from(before).to(after));
    }
    return after;
  }

  private ProjectEntity existing(Caller caller, UUID id) {
    return projects
        .find(caller.organisation(), id)
        .orElseThrow(() -> Refusals.missing("project", id));
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
