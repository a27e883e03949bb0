package dev.plumbline.api.settings;

import dev.plumbline.api.credentials.CredentialRequest;
import dev.plumbline.api.credentials.CredentialSlice;
import dev.plumbline.api.credentials.Credentials;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.secrets.Secret;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Settings: credentials, which can be written and never read. */
@Path("/settings/credentials")
@Produces(MediaType.TEXT_HTML)
class CredentialSettings {

  private static final int SHOWN = 100;

  private final CredentialsScreen screen;
  private final Credentials credentials;
  private final CurrentCaller caller;

  CredentialSettings(CredentialsScreen screen, Credentials credentials, CurrentCaller caller) {
    this.screen = screen;
    this.credentials = credentials;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.CREDENTIALS_READ)
  public String show(@RestQuery @Nullable String done, @RestQuery @DefaultValue("") String after) {
    CredentialSlice slice = new CredentialSlice(after, SHOWN);
    return screen.show(slice, CredentialTyped.NOTHING, Notice.afterwards(done));
  }

  @POST
  @PermissionsAllowed(Permissions.CREDENTIALS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(
      @RestForm @Nullable String name,
      @RestForm @Nullable String kind,
      @RestForm @Nullable String provider,
      @RestForm @Nullable String project,
      @RestForm @Nullable String secret) {
    CredentialTyped typed =
        new CredentialTyped(text(name), text(kind), text(provider), text(project));
    return attempt(
        typed,
        () -> {
          CredentialRequest request =
              new CredentialRequest(
                  typed.kind(),
                  typed.provider(),
                  typed.name(),
                  typed.project().isEmpty() ? null : typed.project(),
                  read(secret));
          credentials.add(caller.get(), request.toNewCredential());
          return Screens.done(Tab.CREDENTIALS, Done.CREDENTIAL_ADDED);
        });
  }

  @POST
  @Path("{id}/secret")
  @PermissionsAllowed(Permissions.CREDENTIALS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response replace(@RestPath String id, @RestForm @Nullable String secret) {
    return attempt(
        CredentialTyped.NOTHING,
        () -> {
          Secret given = new CredentialRequest.Replacement(read(secret)).toSecret();
          credentials.replace(caller.get(), uuid(id), given);
          return Screens.done(Tab.CREDENTIALS, Done.SECRET_REPLACED);
        });
  }

  @POST
  @Path("{id}/delete")
  @PermissionsAllowed(Permissions.CREDENTIALS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response delete(@RestPath String id) {
    return attempt(
        CredentialTyped.NOTHING,
        () -> {
          credentials.delete(caller.get(), uuid(id));
          return Screens.done(Tab.CREDENTIALS, Done.CREDENTIAL_DELETED);
        });
  }

  private Response attempt(CredentialTyped typed, Supplier<Response> change) {
    try {
      return change.get();
    } catch (ProblemException e) {
      CredentialSlice first = new CredentialSlice("", SHOWN);
      return Screens.refused(e, notice -> screen.show(first, typed, notice));
    }
  }

  private static Secret read(@Nullable String secret) {
    return Input.read("secret", () -> Secret.of(text(secret)));
  }

  private static UUID uuid(String text) {
    return Input.read("id", () -> UUID.fromString(text));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
