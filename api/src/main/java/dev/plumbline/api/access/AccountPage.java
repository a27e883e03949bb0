package dev.plumbline.api.access;

import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.limits.Allowance;
import dev.plumbline.api.limits.SharedThrottle;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One's own account: the password, and where one is signed in. */
@Path("/account")
class AccountPage {

  static final String PATH = "/account";

  /** Whoever finds a browser open must not guess the password there, nor keep the server busy. */
  static final String THROTTLED = "password of";

  private static final Allowance TRIES = Allowance.of(10, Duration.ofMinutes(15));

  private final Template template;
  private final Shells shells;
  private final LocalAccounts accounts;
  private final Sessions sessions;
  private final SessionVisitors visitors;
  private final SharedThrottle throttle;

  AccountPage(
      @Location("access/account") Template template,
      Shells shells,
      LocalAccounts accounts,
      Sessions sessions,
      SessionVisitors visitors,
      SharedThrottle throttle) {
    this.template = template;
    this.shells = shells;
    this.accounts = accounts;
    this.sessions = sessions;
    this.visitors = visitors;
    this.throttle = throttle;
  }

  @GET
  @PermissionsAllowed(Permissions.SELF)
  @Produces(MediaType.TEXT_HTML)
  public Response show(@RestQuery @Nullable String done) {
    return visitors
        .session()
        .map(session -> Response.ok(page(session, "", "password".equals(done))).build())
        .orElseGet(AccountPage::forPeople);
  }

  private String page(OpenSession session, String wrong, boolean changed) {
    LocalAccounts.Account account = accounts.of(session.caller());
    return template
        .data("shell", shells.of(Section.NONE, "Account"))
        .data("account", AccountView.of(account))
        .data("mustKnow", mustKnow(account, session))
        .data("sessions", sessions.of(session.caller()))
        .data("current", session.id().publicId())
        .data("wrong", wrong)
        .data("changed", changed)
        .render();
  }

  /**
   * Sets the password. Whoever came by a one-time link need not know the old one: they may have
   * forgotten it.
   */
  @POST
  @Path("password")
  @PermissionsAllowed(Permissions.SELF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response setPassword(
      @RestForm @Nullable String current,
      @RestForm @Nullable String password,
      @RestForm @Nullable String again) {
    Optional<OpenSession> session = visitors.session();
    if (session.isEmpty()) {
      return forPeople();
    }
    throttle.take(THROTTLED, session.get().caller().actor().id(), TRIES);
    try {
      change(session.get(), text(current), text(password), text(again));
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(page(session.get(), e.problem().detail(), false))
          .build();
    }
    sessions.endOthers(session.get().caller(), session.get().id());
    return Response.seeOther(URI.create(PATH + "?done=password")).build();
  }

  private void change(OpenSession session, String current, String password, String again) {
    LocalAccounts.Account account = accounts.of(session.caller());
    if (mustKnow(account, session)
        && !Passwords.matches(current, account.passwordHash().orElseThrow())) {
      throw Input.refused("current", "the current password is wrong");
    }
    if (!password.equals(again)) {
      throw Input.refused("again", "the two new passwords are not the same");
    }
    accounts.setPassword(account, Passwords.chosen(password, account.email()));
  }

  private static boolean mustKnow(LocalAccounts.Account account, OpenSession session) {
    return account.passwordHash().isPresent() && session.way() != SignInWay.LINK;
  }

  /** Ends one of the sessions; this very one too, which is how one signs out. */
  @POST
  @Path("sessions/end")
  @PermissionsAllowed(Permissions.SELF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response end(@RestForm @Nullable String id) {
    return visitors
        .session()
        .map(session -> end(session, text(id)))
        .orElseGet(AccountPage::forPeople);
  }

  private Response end(OpenSession session, String id) {
    sessions.end(session.caller(), id);
    return id.equals(session.id().publicId())
        ? Response.seeOther(URI.create("/sign-in")).cookie(SessionCookie.gone()).build()
        : Response.seeOther(URI.create(PATH)).build();
  }

  /** A token has no account to show. */
  private static Response forPeople() {
    return Response.seeOther(URI.create("/")).build();
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
