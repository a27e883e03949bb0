package dev.plumbline.api.access;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.api.web.SignInProvider;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where people come in: by password, by the configured provider, or by a one-time link. */
@Path("/sign-in")
class SignInPage {

  private static final String TITLE = "Sign in";

  private final Template form;
  private final Template code;
  private final Shells shells;
  private final PasswordSignIn passwords;
  private final SignInCodes codes;
  private final SignInProvider provider;
  private final SessionVisitors visitors;
  private final Sessions sessions;

  SignInPage(
      @Location("access/sign-in") Template form,
      @Location("access/code") Template code,
      Shells shells,
      PasswordSignIn passwords,
      SignInCodes codes,
      SignInProvider provider,
      SessionVisitors visitors,
      Sessions sessions) {
    this.form = form;
    this.code = code;
    this.shells = shells;
    this.passwords = passwords;
    this.codes = codes;
    this.provider = provider;
    this.visitors = visitors;
    this.sessions = sessions;
  }

  @GET
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public String form(@RestQuery @Nullable String to) {
    return form(new LocalAddress(text(to)), "", "");
  }

  private String form(LocalAddress to, String email, String wrong) {
    return form.data("shell", shells.of(Section.NONE, TITLE))
        .data("to", to.path())
        .data("email", email)
        .data("wrong", wrong)
        .data("provider", provider.label().orElse(""))
        .data("providerAddress", to.after(SignInProvider.ADDRESS))
        .render();
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response signIn(
      @RestForm @Nullable String email,
      @RestForm @Nullable String password,
      @RestForm @Nullable String organisation,
      @RestForm @Nullable String to,
      HttpServerRequest request) {
    LocalAddress next = new LocalAddress(text(to));
    if (text(email).isBlank() || text(password).isEmpty()) {
      String wrong = "Type your e-mail address and your password.";
      return Response.status(400).entity(form(next, text(email), wrong)).build();
    }
    return passwords
        .tryIt(
            new PasswordSignIn.Attempt(
                text(email),
                text(password),
                text(organisation),
                request.remoteAddress().hostAddress()))
        .match(
            new PasswordSignIn.Result.Cases<Response>() {
              @Override
              public Response signedIn(NewCookie cookie) {
                return enter(next.uri(), cookie);
              }

              @Override
              public Response wrong() {
                return again("The e-mail address or the password is wrong.");
              }

              @Override
              public Response several() {
                return again("You belong to several organisations: name the one you want.");
              }

              private Response again(String wrong) {
                return Response.status(401).entity(form(next, text(email), wrong)).build();
              }
            });
  }

  /** Shows whom the link signs in and does nothing: programs that preview links must not use it. */
  @GET
  @Path("code")
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public String code(@RestQuery @Nullable String code) {
    return codes
        .find(text(code))
        .map(
            invited ->
                this.code
                    .data("shell", shells.of(Section.NONE, TITLE))
                    .data("invited", invited)
                    .data("code", code)
                    .render())
        .orElseThrow(SignInPage::used);
  }

  @POST
  @Path("code")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response use(@RestForm @Nullable String code) {
    return codes
        .use(text(code))
        .map(cookie -> enter(URI.create(AccountPage.PATH), cookie))
        .orElseThrow(SignInPage::used);
  }

  /** The session that the browser had until now is over: nobody could end it any more. */
  private Response enter(URI next, NewCookie cookie) {
    visitors.session().ifPresent(former -> sessions.end(former.caller(), former.id().publicId()));
    return Response.seeOther(next).cookie(cookie).build();
  }

  private static RuntimeException used() {
    return Problem.of(ErrorCode.NOT_FOUND, "this link was used already, or it is too old")
        .withRemedy("ask an administrator for a new one, or start Plumbline again for the first")
        .asException();
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
