package dev.plumbline.api.tokens;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tokens of machines and of the command line. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens", description = "For machines and the command line; shown once")
class TokenResource {

  private final AccessTokens tokens;
  private final TokenIssue issue;
  private final CurrentCaller caller;

  TokenResource(AccessTokens tokens, TokenIssue issue, CurrentCaller caller) {
    this.tokens = tokens;
    this.issue = issue;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.TOKENS_READ)
  @Operation(summary = "Lists tokens, newest first, expired and revoked ones included")
  public TokenPage list(
      @RestQuery @DefaultValue(TokenSlice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    return tokens.list(caller.get(), TokenSlice.of(limit, after));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.TOKENS_READ)
  @Operation(summary = "Shows one, without its secret")
  public TokenView show(@RestPath String id) {
    return tokens.show(caller.get(), checked(id));
  }

  @POST
  @PermissionsAllowed(Permissions.TOKENS_WRITE)
  @Operation(
      summary = "Makes a token",
      description =
          "The answer is the only place where the token stands. 403 for scopes that the caller"
              + " does not have, 429 when many were made lately.")
  public Response create(@Nullable NewTokenRequest request) {
    if (request == null) {
      throw Input.refused("body", "the body is empty");
    }
    CreatedToken created = issue.create(caller.get(), request.toNewToken());
    return Response.created(URI.create("/api/v1/tokens/" + created.view().id()))
        .header("Cache-Control", "no-store")
        .entity(created)
        .build();
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Permissions.TOKENS_WRITE)
  @Operation(
      summary = "Revokes one",
      description = "No server accepts it after five seconds. Once more changes nothing.")
  public TokenView revoke(@RestPath String id) {
    return tokens.revoke(caller.get(), checked(id));
  }

  /** What cannot be an id is not there either. */
  private static String checked(String id) {
    if (!id.matches("[0-9A-Za-z]{1,32}")) {
      throw Problem.of(ErrorCode.NOT_FOUND, "no such token").asException();
    }
    return id;
  }
}
