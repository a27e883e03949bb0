package dev.plumbline.api.settings;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.syncs.Accounts;
import dev.plumbline.api.syncs.SyncRunView;
import dev.plumbline.api.syncs.Syncs;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Settings: accounts at providers, and the runs that keep the registry in step with them. */
@Path("/settings/providers")
@Produces(MediaType.TEXT_HTML)
class ProviderSettings {

  private final ProvidersScreen screen;
  private final Accounts accounts;
  private final Syncs syncs;
  private final CurrentCaller caller;

  ProviderSettings(ProvidersScreen screen, Accounts accounts, Syncs syncs, CurrentCaller caller) {
    this.screen = screen;
    this.accounts = accounts;
    this.syncs = syncs;
    this.caller = caller;
  }

  /**
   * @param edit id of the account that the form describes; absent for a new one
   */
  @GET
  @PermissionsAllowed(Permissions.PROVIDERS_READ)
  public String show(@RestQuery @Nullable String done, @RestQuery Optional<String> edit) {
    AccountTyped typed =
        edit.map(id -> AccountTyped.of(accounts.show(caller.get(), uuid(id))))
            .orElse(AccountTyped.NOTHING);
    return screen.show(typed, Notice.afterwards(done), Optional.empty());
  }

  @POST
  @PermissionsAllowed(Permissions.PROVIDERS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(MultivaluedMap<String, String> form) {
    AccountTyped typed = AccountTyped.of(form, "");
    try {
      accounts.add(caller.get(), typed.toRequest());
      return Screens.done(Tab.PROVIDERS, Done.ACCOUNT_ADDED);
    } catch (ProblemException e) {
      return Screens.refused(e, notice -> screen.show(typed, notice, Optional.empty()));
    }
  }

  /** The form's {@code action}: change, preview, sync, disable or enable. */
  @POST
  @Path("{id}")
  @PermissionsAllowed(Permissions.PROVIDERS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response act(@RestPath String id, MultivaluedMap<String, String> form) {
    Caller asking = caller.get();
    UUID account = uuid(id);
    String action = form.containsKey("action") ? form.getFirst("action") : "";
    return switch (action) {
      case "change" -> change(asking, account, AccountTyped.of(form, id));
      case "preview" ->
          Response.ok(
                  screen.show(
                      AccountTyped.NOTHING,
                      Notice.afterwards(null),
                      Optional.of(run(asking, account, true))))
              .build();
      case "sync" -> {
        run(asking, account, false);
        yield Screens.done(Tab.PROVIDERS, Done.ACCOUNT_SYNCED);
      }
      case "disable" -> {
        accounts.disable(asking, account);
        yield Screens.done(Tab.PROVIDERS, Done.ACCOUNT_DISABLED);
      }
      case "enable" -> {
        accounts.enable(asking, account);
        yield Screens.done(Tab.PROVIDERS, Done.ACCOUNT_ENABLED);
      }
      default -> throw Input.refused("action", "not change, preview, sync, disable or enable");
    };
  }

  private Response change(Caller asking, UUID account, AccountTyped typed) {
    try {
      accounts.change(asking, account, typed.toRequest());
      return Screens.done(Tab.PROVIDERS, Done.ACCOUNT_CHANGED);
    } catch (ProblemException e) {
      return Screens.refused(e, notice -> screen.show(typed, notice, Optional.empty()));
    }
  }

  private SyncRunView run(Caller asking, UUID account, boolean dryRun) {
    asking.require(Permissions.PROVIDERS_WRITE, Optional.empty());
    return syncs
        .one(asking.organisation(), asking.actor(), account, dryRun)
        .orElseThrow(
            () -> Problem.of(ErrorCode.NOT_FOUND, "no provider account " + account).asException());
  }

  private static UUID uuid(String text) {
    return Input.read("id", () -> UUID.fromString(text));
  }
}
