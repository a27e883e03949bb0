package dev.plumbline.api.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Grants;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembersTest {

  private static final Slice ALL = new Slice(100, Optional.empty());

  @Inject Members members;
  @Inject StoredGrants grants;

  private Rows rows;
  private Caller admin;

  @BeforeEach
  void found() {
    rows = Rows.ofNewOrganisation();
    admin = Callers.admin(rows.organisation());
  }

  @Test
  void anInvitedMemberIsThereWithALinkAndATrace() {
    Invitation invitation = members.invite(admin, ada());

    assertThat(invitation.signInLink()).startsWith("http");
    assertThat(invitation.toString()).doesNotContain(invitation.signInLink());
    assertThat(members.show(admin, invitation.member().id())).isEqualTo(invitation.member());
    assertThat(rows.trail())
        .containsExactly("member.invited")
        .allMatch(entry -> !entry.contains(invitation.signInLink()));
  }

  @Test
  void oneEmailIsOneMember() {
    members.invite(admin, ada());

    assertThat(refusal(() -> members.invite(admin, ada()))).isEqualTo(ErrorCode.CONFLICT);
    assertThat(members.list(admin, ALL).entries()).hasSize(1);
  }

  @Test
  void invitationsOfOneEmailAtTheSameMomentMakeOneMember() {
    List<ErrorCode> refusals =
        atOnce(
            () -> members.invite(admin, ada()),
            () -> members.invite(admin, ada()),
            () -> members.invite(admin, ada()));

    assertThat(refusals).containsExactly(ErrorCode.CONFLICT, ErrorCode.CONFLICT);
    assertThat(members.list(admin, ALL).entries()).hasSize(1);
    assertThat(rows.trail()).hasSize(1);
  }

  @Test
  void aChangeIsTracedOnceWithBeforeAndAfter() {
    UUID id = members.invite(admin, ada()).member().id();
    MemberChange change = new MemberChange("Countess", "owner", null);

    MemberView after = members.change(admin, id, change);
    members.change(admin, id, change);

    assertThat(after.role()).isEqualTo("owner");
    assertThat(after.name()).isEqualTo("Countess");
    assertThat(rows.trail()).containsExactly("member.invited", "member.changed");
    assertThat(rows.texts("select before || ' ' || after from audit_entry where number = 2"))
        .first()
        .asString()
        .contains("planner", "owner", "Countess");
  }

  @Test
  void aDisabledMemberMayNothingUntilEnabledAgain() {
    UUID id = members.invite(admin, ada()).member().id();

    members.change(admin, id, new MemberChange(null, null, true));

    assertThat(grants.of(rows.organisation(), id)).isEmpty();
    assertThat(refusal(() -> members.makeLink(admin, id))).isEqualTo(ErrorCode.CONFLICT);
    members.change(admin, id, new MemberChange(null, null, false));
    assertThat(grants.of(rows.organisation(), id)).isPresent();
    assertThat(members.makeLink(admin, id).signInLink()).startsWith("http");
  }

  @Test
  void theLastAdministratorWhoCanSignInStays() {
    UUID last = rows.member("admin");
    members.change(admin, rows.member("admin"), new MemberChange(null, null, true));

    assertThat(refusal(() -> members.change(admin, last, new MemberChange(null, "owner", null))))
        .isEqualTo(ErrorCode.CONFLICT);
    assertThat(refusal(() -> members.change(admin, last, new MemberChange(null, null, true))))
        .isEqualTo(ErrorCode.CONFLICT);
    assertThat(members.show(admin, last).role()).isEqualTo("admin");
    assertThatCode(() -> members.change(admin, last, new MemberChange("Renamed", null, false)))
        .doesNotThrowAnyException();
  }

  @Test
  void twoAdministratorsWhoDemoteEachOtherLeaveOne() {
    UUID one = rows.member("admin");
    UUID two = rows.member("admin");
    MemberChange demotion = new MemberChange(null, "viewer", null);

    List<ErrorCode> refusals =
        atOnce(
            () -> members.change(admin, one, demotion), () -> members.change(admin, two, demotion));

    assertThat(refusals).containsExactly(ErrorCode.CONFLICT);
    assertThat(members.list(admin, ALL).entries())
        .extracting(MemberView::role)
        .containsExactlyInAnyOrder("admin", "viewer");
  }

  @Test
  void nobodyGivesOrTakesMoreThanTheyHave() {
    UUID boss = rows.member("admin");
    Caller half = Callers.with(rows.organisation(), Grants.everywhere(Role.VIEWER.permissions()));
    Caller clerk = Callers.with(rows.organisation(), Grants.everywhere(withWriting()));

    assertThat(refusal(() -> members.invite(half, ada()))).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(
            refusal(
                () ->
                    members.invite(
                        clerk, new NewMember(new EmailAddress("b@example.com"), "B", Role.ADMIN))))
        .isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(refusal(() -> members.change(clerk, boss, new MemberChange(null, "viewer", null))))
        .isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(refusal(() -> members.makeLink(clerk, boss))).isEqualTo(ErrorCode.FORBIDDEN);
  }

  private static Set<String> withWriting() {
    Set<String> permissions = new HashSet<>(Role.VIEWER.permissions());
    permissions.add(Permissions.ORGANISATION_WRITE);
    return permissions;
  }

  @Test
  void anotherOrganisationsMemberIsAnsweredLikeOneThatIsNotThere() {
    UUID theirs = Rows.ofNewOrganisation().member("viewer");
    UUID nobodys = UUID.randomUUID();

    String answer = detail(() -> members.show(admin, theirs));

    assertThat(answer.replace(theirs.toString(), "?"))
        .isEqualTo(detail(() -> members.show(admin, nobodys)).replace(nobodys.toString(), "?"));
    assertThat(refusal(() -> members.change(admin, theirs, new MemberChange("X", null, null))))
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void aListIsReadInSlices() {
    for (String name : List.of("c", "a", "b")) {
      members.invite(
          admin, new NewMember(new EmailAddress(name + "@example.com"), name, Role.VIEWER));
    }

    Listed<MemberView> first = members.list(admin, new Slice(2, Optional.empty()));
    Listed<MemberView> second = members.list(admin, new Slice(2, first.next()));

    assertThat(first.entries()).extracting(MemberView::name).containsExactly("a", "b");
    assertThat(second.entries()).extracting(MemberView::name).containsExactly("c");
    assertThat(second.next()).isEmpty();
  }

  private static NewMember ada() {
    return new NewMember(new EmailAddress(" Ada@Example.com"), "Ada", Role.PLANNER);
  }

  private static ErrorCode refusal(Callable<?> attempt) {
    try {
      attempt.call();
    } catch (ProblemException e) {
      return e.problem().code();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("not refused");
  }

  private static String detail(Callable<?> attempt) {
    try {
      attempt.call();
    } catch (ProblemException e) {
      return e.problem().toString();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("not refused");
  }

  private static List<ErrorCode> atOnce(Runnable... attempts) {
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (Runnable attempt : attempts) {
      running.add(CompletableFuture.runAsync(attempt));
    }
    List<ErrorCode> refusals = new ArrayList<>();
    for (CompletableFuture<Void> one : running) {
      try {
        one.join();
      } catch (CompletionException e) {
        refusals.add(((ProblemException) e.getCause()).problem().code());
      }
    }
    return refusals;
  }
}
