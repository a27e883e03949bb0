package dev.plumbline.api.notifications;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.core.alert.AlertSeverity;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Channels for people: make them, test them, and see what arrived. */
@Path("/alerts/channels")
@Produces(MediaType.TEXT_HTML)
class ChannelsPage {

  private static final URI HERE = URI.create("/alerts/channels");
  private static final int SHOWN = 50;

  private static final Map<String, String> DONE =
      Map.of(
          "added", "The channel is there. Test it.",
          "removed", "The channel is removed; nothing more is sent to it.",
          "tested", "A test is on its way: its delivery is below.",
          "again", "It is sent again.",
          "enabled", "The channel is in service again.");

  private final Template page;
  private final Shells shells;
  private final Channels channels;
  private final CurrentCaller caller;

  ChannelsPage(
      @Location("alerts/channels") Template page,
      Shells shells,
      Channels channels,
      CurrentCaller caller) {
    this.page = page;
    this.shells = shells;
    this.channels = channels;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.CHANNELS_READ)
  public String show(@RestQuery @DefaultValue("") String done) {
    return render(DONE.getOrDefault(done, ""), "", "");
  }

  @POST
  @PermissionsAllowed(Permissions.CHANNELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(
      @RestForm @Nullable String name,
      @RestForm @Nullable String kind,
      @RestForm @Nullable String address,
      @RestForm("to_owners") @Nullable String toOwners,
      @RestForm("min_severity") @Nullable String minSeverity,
      @RestForm("quiet_from") @Nullable String quietFrom,
      @RestForm("quiet_to") @Nullable String quietTo,
      @RestForm @Nullable String zone,
      @RestForm @Nullable String secret) {
    try {
      ChannelRequest request =
          new ChannelRequest(
              name,
              kind,
              address,
              toOwners != null,
              minSeverity,
              quietFrom,
              quietTo,
              zone,
              secret == null || secret.isBlank()
                  ? null
                  : Input.read("secret", () -> Secret.of(secret)));
      ChannelView added = channels.add(caller.get(), request.toNewChannel());
      return added.signingSecret() == null
          ? done("added")
          : Response.ok(render(DONE.get("added"), "", added.signingSecret())).build();
    } catch (ProblemException e) {
      return refused(e);
    }
  }

  /**
   * @param action test or remove
   */
  @POST
  @Path("/{id}")
  @PermissionsAllowed(Permissions.CHANNELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response act(@RestPath String id, @RestForm @Nullable String action) {
    try {
      UUID channel = uuid(id);
      if ("test".equals(action)) {
        channels.test(caller.get(), channel);
        return done("tested");
      }
      if ("enable".equals(action)) {
        channels.enable(caller.get(), channel);
        return done("enabled");
      }
      if ("remove".equals(action)) {
        channels.remove(caller.get(), channel);
        return done("removed");
      }
      throw Input.refused("action", "not test, enable or remove");
    } catch (ProblemException e) {
      return refused(e);
    }
  }

  @POST
  @Path("/deliveries/{id}")
  @PermissionsAllowed(Permissions.CHANNELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sendAgain(@RestPath String id) {
    try {
      channels.sendAgain(caller.get(), uuid(id));
      return done("again");
    } catch (ProblemException e) {
      return refused(e);
    }
  }

  private static Response done(String what) {
    return Response.seeOther(URI.create(HERE + "?done=" + what)).build();
  }

  private Response refused(ProblemException e) {
    if (e.problem().code().status() == 404) {
      throw e;
    }
    return Response.status(e.problem().code().status())
        .entity(render("", e.problem().sentence(), ""))
        .build();
  }

  private String render(String done, String wrong, String signingSecret) {
    Caller reader = caller.get();
    List<DeliveryView> sent = channels.deliveries(reader, "", SHOWN).deliveries();
    return page.data("shell", shells.of(Section.ALERTS, "Channels"))
        .data("tabs", AlertTabs.CHANNELS.links(reader))
        .data("channels", channels.list(reader))
        .data("deliveries", sent)
        .data("dead", channels.deliveries(reader, "dead", SHOWN).deliveries())
        .data("kinds", kinds())
        .data("severities", severities())
        .data("mayWrite", reader.grants().holds(Permissions.CHANNELS_WRITE, Optional.empty()))
        .data("done", done)
        .data("wrong", wrong)
        .data("signingSecret", signingSecret)
        .render();
  }

  private static List<Choice> kinds() {
    return Arrays.stream(ChannelKind.values())
        .map(kind -> new Choice(kind.label(), kind.title(), kind == ChannelKind.EMAIL))
        .toList();
  }

  private static List<Choice> severities() {
    return Arrays.stream(AlertSeverity.values())
        .map(each -> new Choice(each.label(), each.label(), each == AlertSeverity.WARNING))
        .toList();
  }

  private static UUID uuid(String id) {
    return Input.read("id", () -> UUID.fromString(id));
  }
}
