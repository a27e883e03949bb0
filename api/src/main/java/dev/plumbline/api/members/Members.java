package dev.plumbline.api.members;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.identity.SignInLinks;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who belongs to an organisation, and in which role. */
@ApplicationScoped
public class Members {

  static final long MOST = 10_000;

  private final MemberRepository members;
  private final Tenancy tenancy;
  private final SignInLinks links;
  private final AuditTrail trail;
  private final Clock clock;

  Members(
      MemberRepository members, Tenancy tenancy, SignInLinks links, AuditTrail trail, Clock clock) {
    this.members = members;
    this.tenancy = tenancy;
    this.links = links;
    this.trail = trail;
    this.clock = clock;
  }

  public Listed<MemberView> list(Caller caller, Slice slice) {
    caller.require(Permissions.ORGANISATION_READ, Optional.empty());
    return members.list(caller.organisation(), slice).as(MemberView::of);
  }

  /** For each of the members how they can sign in, in words such as {@code password, provider}. */
  public Map<UUID, String> signInWays(Caller caller, Collection<UUID> ids) {
    caller.require(Permissions.ORGANISATION_READ, Optional.empty());
    return ids.isEmpty() ? Map.of() : members.signInWays(caller.organisation(), ids);
  }

  MemberView show(Caller caller, UUID id) {
    MemberEntity row = existing(caller.organisation(), id);
    caller.require(Permissions.ORGANISATION_READ, Optional.empty());
    return MemberView.of(row);
  }

  @Transactional
  public Invitation invite(Caller caller, NewMember wanted) {
    caller.require(Permissions.ORGANISATION_WRITE, Optional.empty());
    requireCover(caller, wanted.role());
    tenancy.enterAlone(caller.organisation());
    if (members.count(caller.organisation()) >= MOST) {
      throw Refusals.full("members", MOST);
    }
    MemberView added = MemberView.of(members.add(caller.organisation(), wanted));
    String link = links.make(caller.organisation(), added.id());
    record(caller, AuditedChange.of("member.invited", "member", added.id()).to(added));
    return new Invitation(added, link);
  }

  /** The same change again changes nothing, and leaves no trace. */
  @Transactional
  public MemberView change(Caller caller, UUID id, MemberChange change) {
    tenancy.enterAlone(caller.organisation());
    MemberEntity row = existing(caller.organisation(), id);
    caller.require(Permissions.ORGANISATION_WRITE, Optional.empty());
    requireCover(caller, row.role());
    MemberView before = MemberView.of(row);
    apply(caller, change, row);
    MemberView after = MemberView.of(row);
    if (!after.equals(before)) {
      refuseWithoutAdministrator(caller.organisation(), before, row);
      record(caller, AuditedChange.of("member.changed", "member", id).from(before).to(after));
    }
    return after;
  }

  private void apply(Caller caller, MemberChange change, MemberEntity row) {
    change.newName().ifPresent(name -> row.name = name);
    change
        .newRole()
        .ifPresent(
            role -> {
              requireCover(caller, role);
              row.role = role.label();
            });
    if (change.disabled() != null && change.disabled() != (row.disabledAt != null)) {
      row.disabledAt = change.disabled() ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null;
    }
  }

  /** Without one, nobody could ever change anything again. */
  private void refuseWithoutAdministrator(
      Organisation organisation, MemberView before, MemberEntity row) {
    boolean was = before.disabledAt() == null && before.role().equals(Role.ADMIN.label());
    boolean is = row.disabledAt == null && row.role() == Role.ADMIN;
    if (was && !is && !members.hasAdministratorBeside(organisation, row.id)) {
      throw Refusals.conflict(
          "this is the last administrator who can sign in", "make somebody else one first");
    }
  }

  /** For somebody who has forgotten the password, or let the first link run out. */
  @Transactional
  public Invitation makeLink(Caller caller, UUID id) {
    tenancy.enterAlone(caller.organisation());
    MemberEntity row = existing(caller.organisation(), id);
    caller.require(Permissions.ORGANISATION_WRITE, Optional.empty());
    requireCover(caller, row.role());
    if (row.disabledAt != null) {
      throw Refusals.conflict("this member is disabled", "enable the member first");
    }
    String link = links.make(caller.organisation(), id);
    record(caller, AuditedChange.of("member.link_made", "member", id));
    return new Invitation(MemberView.of(row), link);
  }

  private MemberEntity existing(Organisation organisation, UUID id) {
    return members.find(organisation, id).orElseThrow(() -> Refusals.missing("member", id));
  }

  private static void requireCover(Caller caller, Role role) {
    Refusals.requireCover(caller, role.permissionsIn(caller.organisation()), Optional.empty());
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
