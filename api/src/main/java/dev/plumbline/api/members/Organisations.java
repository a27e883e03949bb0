package dev.plumbline.api.members;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.identity.SignInLinks;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The caller's own organisation, and the organisations of the installation. */
@ApplicationScoped
class Organisations {

  static final long MOST = 10_000;

  private final OrganisationRepository organisations;
  private final MemberRepository members;
  private final Tenancy tenancy;
  private final SignInLinks links;
  private final AuditTrail trail;
  private final boolean namesDecideWhoSignsIn;

  Organisations(
      OrganisationRepository organisations,
      MemberRepository members,
      Tenancy tenancy,
      SignInLinks links,
      AuditTrail trail,
      @ConfigProperty(name = "plumbline.oidc.organisation-claim") Optional<String> claim) {
    this.organisations = organisations;
    this.members = members;
    this.tenancy = tenancy;
    this.links = links;
    this.trail = trail;
    this.namesDecideWhoSignsIn = claim.isPresent();
  }

  OrganisationView own(Caller caller) {
    return OrganisationView.of(organisations.get(caller.organisation()));
  }

  @Transactional
  OrganisationView rename(Caller caller, String name) {
    caller.require(Permissions.ORGANISATION_WRITE, Optional.empty());
    refuseToDecideWhoSignsIn(caller);
    tenancy.enterAlone(caller.organisation());
    OrganisationEntity row = organisations.get(caller.organisation());
    OrganisationView before = OrganisationView.of(row);
    organisations.rename(row, name);
    OrganisationView after = OrganisationView.of(row);
    if (!after.equals(before)) {
      AuditedChange change = AuditedChange.of("organisation.changed", "organisation", row.id);
      trail.record(caller.organisation(), caller.actor(), change.from(before).to(after));
    }
    return after;
  }

  /** Under a name that was another's, an organisation would receive the other's people. */
  private void refuseToDecideWhoSignsIn(Caller caller) {
    if (namesDecideWhoSignsIn
        && !caller.grants().holds(Permissions.INSTALLATION, Optional.empty())) {
      throw Refusals.conflict(
          "the sign-in provider sends people to organisations by their names",
          "ask whoever runs this installation");
    }
  }

  Listed<OrganisationName> list(Caller caller, Slice slice) {
    requireInstallation(caller);
    return organisations.names(slice);
  }

  /** Makes an organisation with its first administrator; both trails tell of it. */
  @Transactional
  FoundedOrganisation found(Caller caller, String name, NewMember admin) {
    requireInstallation(caller);
    tenancy.enterAlone(Organisation.FIRST); // one after another, so that the name stays free
    refuseDuplicate(name);
    Organisation organisation = new Organisation(UUID.randomUUID());
    OrganisationView founded = OrganisationView.of(organisations.add(organisation, name));
    MemberView first = MemberView.of(members.add(organisation, admin));
    String link = links.make(organisation, first.id());
    AuditedChange made = AuditedChange.of("organisation.created", "organisation", founded.id());
    trail.record(organisation, caller.actor(), made.to(founded));
    trail.record(
        organisation,
        caller.actor(),
        AuditedChange.of("member.invited", "member", first.id()).to(first));
    trail.record(Organisation.FIRST, caller.actor(), made.to(founded));
    return new FoundedOrganisation(founded, new Invitation(first, link));
  }

  private void refuseDuplicate(String name) {
    if (organisations.count() >= MOST) {
      throw Refusals.full("organisations", MOST);
    }
    if (organisations.isTaken(name)) {
      throw Refusals.conflict("there is an organisation named " + name, "choose another name");
    }
  }

  private static void requireInstallation(Caller caller) {
    caller.require(Permissions.INSTALLATION, Optional.empty());
    if (!caller.organisation().equals(Organisation.FIRST)) {
      throw new IllegalStateException("only the first organisation runs the installation");
    }
  }
}
