package dev.plumbline.api.members;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Teams of an organisation, and who is in them. */
@ApplicationScoped
public class Teams {

  static final long MOST = 1_000;

  private final TeamRepository teams;
  private final MemberRepository members;
  private final ProjectRoleRepository roles;
  private final Tenancy tenancy;
  private final AuditTrail trail;

  Teams(
      TeamRepository teams,
      MemberRepository members,
      ProjectRoleRepository roles,
      Tenancy tenancy,
      AuditTrail trail) {
    this.teams = teams;
    this.members = members;
    this.roles = roles;
    this.tenancy = tenancy;
    this.trail = trail;
  }

  public Listed<TeamView> list(Caller caller, Slice slice) {
    caller.require(Permissions.ORGANISATION_READ, Optional.empty());
    return teams.list(caller.organisation(), slice).as(TeamView::of);
  }

  TeamView show(Caller caller, UUID id) {
    TeamEntity row = existing(caller.organisation(), id);
    caller.require(Permissions.ORGANISATION_READ, Optional.empty());
    return TeamView.of(row);
  }

  Listed<MemberView> members(Caller caller, UUID id, Slice slice) {
    existing(caller.organisation(), id);
    caller.require(Permissions.ORGANISATION_READ, Optional.empty());
    return members.ofTeam(caller.organisation(), id, slice).as(MemberView::of);
  }

  @Transactional
  public TeamView add(Caller caller, String name) {
    caller.require(Permissions.ORGANISATION_WRITE, Optional.empty());
    tenancy.enterAlone(caller.organisation());
    if (teams.count(caller.organisation()) >= MOST) {
      throw Refusals.full("teams", MOST);
    }
    TeamView added = TeamView.of(teams.add(caller.organisation(), name));
    record(caller, AuditedChange.of("team.created", "team", added.id()).to(added));
    return added;
  }

  @Transactional
  TeamView rename(Caller caller, UUID id, String name) {
    TeamEntity row = forChange(caller, id);
    TeamView before = TeamView.of(row);
    teams.rename(row, name);
    TeamView after = TeamView.of(row);
    if (!after.equals(before)) {
      record(caller, AuditedChange.of("team.changed", "team", id).from(before).to(after));
    }
    return after;
  }

  /** Its members lose what they held through it. */
  @Transactional
  void delete(Caller caller, UUID id) {
    TeamEntity row = forChange(caller, id);
    requireCover(caller, id);
    RemovedTeam before =
        new RemovedTeam(
            TeamView.of(row),
            teams.membersOf(caller.organisation(), id),
            roles.ofTeam(caller.organisation(), id).stream().map(ProjectRoleView::of).toList());
    teams.delete(caller.organisation(), id);
    record(caller, AuditedChange.of("team.deleted", "team", id).from(before));
  }

  @Transactional
  void putIn(Caller caller, UUID id, UUID member) {
    forChange(caller, id);
    MemberEntity row = existingMember(caller.organisation(), member);
    requireCover(caller, id);
    if (teams.putIn(caller.organisation(), id, member)) {
      record(caller, AuditedChange.of("team.member_added", "team", id).to(TeamPlace.of(id, row)));
    }
  }

  @Transactional
  void takeOut(Caller caller, UUID id, UUID member) {
    forChange(caller, id);
    MemberEntity row = existingMember(caller.organisation(), member);
    requireCover(caller, id);
    if (teams.takeOut(caller.organisation(), id, member)) {
      record(
          caller, AuditedChange.of("team.member_removed", "team", id).from(TeamPlace.of(id, row)));
    }
  }

  private TeamEntity forChange(Caller caller, UUID id) {
    tenancy.enterAlone(caller.organisation());
    TeamEntity row = existing(caller.organisation(), id);
    caller.require(Permissions.ORGANISATION_WRITE, Optional.empty());
    return row;
  }

  /** A place in a team is worth what the team may do. */
  private void requireCover(Caller caller, UUID team) {
    roles
        .ofTeam(caller.organisation(), team)
        .forEach(
            given ->
                Refusals.requireCover(
                    caller, given.role().permissions(), Optional.of(given.projectId)));
  }

  private TeamEntity existing(Organisation organisation, UUID id) {
    return teams.find(organisation, id).orElseThrow(() -> Refusals.missing("team", id));
  }

  private MemberEntity existingMember(Organisation organisation, UUID id) {
    return members.find(organisation, id).orElseThrow(() -> Refusals.missing("member", id));
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
