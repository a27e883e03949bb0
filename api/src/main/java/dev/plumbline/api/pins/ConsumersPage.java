package dev.plumbline.api.pins;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.models.ConsumerPin;
import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.models.Pins;
import dev.plumbline.api.models.RegisteredConsumer;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.registry.ConsumerRequest;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The applications that call models, for people: register one, pin it, see who breaks a rule. */
@Path("/consumers")
class ConsumersPage {

  private static final String PATH = "/consumers";
  private static final Slice SHOWN = new Slice(500, Optional.empty());

  private final Template page;
  private final Shells shells;
  private final Consumers consumers;
  private final Pins pins;
  private final PinChecks checks;
  private final CurrentCaller caller;
  private final Clock clock;

  ConsumersPage(
      @Location("consumers/page") Template page,
      Shells shells,
      Consumers consumers,
      Pins pins,
      PinChecks checks,
      CurrentCaller caller,
      Clock clock) {
    this.page = page;
    this.shells = shells;
    this.consumers = consumers;
    this.pins = pins;
    this.checks = checks;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Produces(MediaType.TEXT_HTML)
  public String show() {
    return page(caller.allowed(Permissions.MODELS_READ).organisation(), "");
  }

  private String page(Organisation organisation, String wrong) {
    List<PinCheck> violations = checks.violations(organisation);
    Listed<RegisteredConsumer> shown = consumers.list(organisation, SHOWN);
    Map<UUID, List<ConsumerPin>> called = new HashMap<>();
    pins.histories(organisation)
        .forEach(
            (place, history) ->
                history
                    .pins()
                    .forEach(
                        pin ->
                            called
                                .computeIfAbsent(place.consumer(), id -> new ArrayList<>())
                                .add(place.pinned(pin))));
    List<ConsumerRow> rows =
        shown.entries().stream()
            .map(
                each ->
                    ConsumerRow.of(
                        each,
                        called.getOrDefault(each.id(), List.of()),
                        violations,
                        clock.instant()))
            .toList();
    return page.data("shell", shells.of(Section.MODELS, "Applications and pins"))
        .data("rows", rows)
        .data("more", shown.next().isPresent())
        .data("mayWrite", mayWrite())
        .data("wrong", wrong)
        .render();
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response register(
      @RestForm @Nullable String application,
      @RestForm @Nullable String owner,
      @RestForm @Nullable String contact,
      @RestForm @Nullable String criticality,
      @RestForm @Nullable String environment) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    return done(
        by,
        () ->
            consumers.add(
                by.organisation(),
                by.actor(),
                new ConsumerRequest(application, owner, contact, criticality, environment, null)
                    .toConsumer()));
  }

  @POST
  @Path("/pins")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response pin(
      @RestForm @Nullable String consumer,
      @RestForm @Nullable String slot,
      @RestForm @Nullable String model) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    return done(
        by,
        () -> {
          PinWish wish = new PinRequestBody(consumer, slot, null, model, null).toWish();
          PinCheck check = checks.set(by.organisation(), by.actor(), wish);
          if (!check.isAllowed()) {
            throw PinCheckView.refusal(check);
          }
        });
  }

  /** Back to the page, or the page with what was refused. */
  private Response done(Caller by, Runnable change) {
    try {
      change.run();
      return Response.seeOther(URI.create(PATH)).build();
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(page(by.organisation(), e.problem().sentence()))
          .build();
    }
  }

  private boolean mayWrite() {
    return caller
        .find()
        .filter(each -> each.grants().holds(Permissions.MODELS_WRITE, Optional.empty()))
        .isPresent();
  }
}
