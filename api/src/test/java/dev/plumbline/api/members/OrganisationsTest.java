package dev.plumbline.api.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.identity.SignInLinks;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganisationsTest {

  @Inject Organisations organisations;
  @Inject OrganisationRepository stored;
  @Inject MemberRepository members;
  @Inject Tenancy tenancy;
  @Inject SignInLinks links;
  @Inject AuditTrail trail;
  @Inject StoredGrants grants;

  @Test
  void aNewOrganisationHasItsAdministratorAndBothTrailsTellOfIt() {
    Caller installer = Callers.admin(Organisation.FIRST);
    String name = "New " + UUID.randomUUID();

    FoundedOrganisation founded = organisations.found(installer, name, somebody());

    Organisation organisation = new Organisation(founded.organisation().id());
    UUID admin = founded.administrator().member().id();
    Caller first = grants.of(organisation, admin).orElseThrow();
    assertThat(first.grants().everywhere()).isEqualTo(Role.ADMIN.permissions());
    assertThat(organisations.own(first).name()).isEqualTo(name);
    assertThat(new Rows(organisation).trail())
        .containsExactly("organisation.created", "member.invited");
    assertThat(new Rows(Organisation.FIRST).trail()).contains("organisation.created");
    refused(
        ErrorCode.CONFLICT,
        () -> organisations.found(installer, name.toUpperCase(Locale.ROOT), somebody()));
  }

  @Test
  void onlyTheInstallationsAdministratorsSeeOthers() {
    Rows rows = Rows.ofNewOrganisation();
    Slice few = new Slice(1, Optional.empty());

    assertThat(organisations.list(Callers.admin(Organisation.FIRST), few).next()).isPresent();

    for (Caller caller :
        new Caller[] {
          Callers.admin(rows.organisation()), Callers.of(Organisation.FIRST, Role.OPERATOR)
        }) {
      refused(ErrorCode.FORBIDDEN, () -> organisations.list(caller, few));
      refused(ErrorCode.FORBIDDEN, () -> organisations.found(caller, "Mine", somebody()));
    }
  }

  @Test
  void anOrganisationIsRenamedToANameThatNobodyHas() {
    Rows rows = Rows.ofNewOrganisation();
    Caller admin = Callers.admin(rows.organisation());
    String name = "Renamed " + rows.organisation().id();
    Organisations free = where(Optional.empty());

    assertThat(renamed(free, admin, name).name()).isEqualTo(name);
    renamed(free, admin, name);

    assertThat(rows.trail()).containsExactly("organisation.changed");
    String taken = Rows.ofNewOrganisation().organisationName();
    refused(ErrorCode.CONFLICT, () -> renamed(free, admin, taken));
    refused(
        ErrorCode.FORBIDDEN,
        () -> renamed(free, Callers.of(rows.organisation(), Role.OWNER), "Mine"));
  }

  @Test
  void aNameThatDecidesWhoSignsInIsNotForTheOrganisationToChoose() {
    Organisations named = where(Optional.of("organisation"));
    Caller admin = Callers.admin(Rows.ofNewOrganisation().organisation());

    refused(ErrorCode.CONFLICT, () -> renamed(named, admin, "Somebody else's"));
  }

  private Organisations where(Optional<String> claim) {
    return new Organisations(stored, members, tenancy, links, trail, claim);
  }

  private static OrganisationView renamed(Organisations organisations, Caller caller, String name) {
    return QuarkusTransaction.requiringNew().call(() -> organisations.rename(caller, name));
  }

  private static NewMember somebody() {
    return new NewMember(new EmailAddress("first@example.com"), "First", Role.ADMIN);
  }

  private static void refused(ErrorCode code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
