package dev.plumbline.api.settings;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.tokens.AccessTokens;
import dev.plumbline.api.tokens.NewTokenRequest;
import dev.plumbline.api.tokens.TokenIssue;
import dev.plumbline.api.tokens.TokenSlice;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Settings: tokens of machines and of the command line. */
@Path("/settings/tokens")
@Produces(MediaType.TEXT_HTML)
class TokenSettings {

  private final TokensScreen screen;
  private final AccessTokens tokens;
  private final TokenIssue issue;
  private final CurrentCaller caller;

  TokenSettings(TokensScreen screen, AccessTokens tokens, TokenIssue issue, CurrentCaller caller) {
    this.screen = screen;
    this.tokens = tokens;
    this.issue = issue;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.TOKENS_READ)
  public String show(@RestQuery @Nullable String done, @RestQuery Optional<String> after) {
    TokenSlice slice = TokenSlice.of(TokenSlice.DEFAULT_LIMIT, after);
    return screen.show(slice, TokenTyped.NOTHING, Notice.afterwards(done));
  }

  @POST
  @PermissionsAllowed(Permissions.TOKENS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      @RestForm @Nullable String name,
      @RestForm @Nullable List<String> scopes,
      @RestForm("project_id") @Nullable String project,
      @RestForm("expires_in_days") @Nullable String days) {
    List<String> ticked = scopes == null ? List.of() : scopes;
    TokenTyped typed = new TokenTyped(text(name), ticked, text(project), text(days));
    try {
      return Response.status(Response.Status.CREATED)
          .entity(screen.secret(issue.create(caller.get(), request(typed).toNewToken())))
          .build();
    } catch (ProblemException e) {
      return Screens.refused(e, notice -> screen.show(first(), typed, notice));
    }
  }

  private static NewTokenRequest request(TokenTyped typed) {
    return new NewTokenRequest(
        typed.name(),
        typed.scopes(),
        typed.project().isEmpty() ? null : typed.project(),
        number(typed.days()));
  }

  private static int number(String days) {
    try {
      return Integer.parseInt(days.strip());
    } catch (NumberFormatException e) {
      throw Input.refused("expires_in_days", "a token lives for 1 to 366 days");
    }
  }

  @POST
  @Path("{id}/revoke")
  @PermissionsAllowed(Permissions.TOKENS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(@RestPath String id) {
    if (!id.matches("[0-9A-Za-z]{1,32}")) {
      throw Problem.of(ErrorCode.NOT_FOUND, "no such token").asException();
    }
    tokens.revoke(caller.get(), id);
    return Screens.done(Tab.TOKENS, Done.TOKEN_REVOKED);
  }

  private static TokenSlice first() {
    return TokenSlice.of(TokenSlice.DEFAULT_LIMIT, Optional.empty());
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
