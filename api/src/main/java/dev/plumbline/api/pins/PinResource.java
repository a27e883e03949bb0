package dev.plumbline.api.pins;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import dev.plumbline.api.pins.PinEntryView.Application;
import dev.plumbline.api.registry.Given;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What applications call, and whether they may. */
@Path("/api/v1/pins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Pins", description = "What applications call, and which policy allows it")
class PinResource {

  private final Pins pins;
  private final PinChecks checks;
  private final Consumers consumers;
  private final CurrentCaller caller;
  private final Clock clock;

  PinResource(Pins pins, PinChecks checks, Consumers consumers, CurrentCaller caller, Clock clock) {
    this.pins = pins;
    this.checks = checks;
    this.consumers = consumers;
    this.caller = caller;
    this.clock = clock;
  }

  /** Some of the pins. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PinPage")
  record PinPage(
      List<PinEntryView> pins,
      @Schema(description = "give it as after to read on; absent at the end")
          @Nullable String next) {}

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists what every application calls now, by application and purpose")
  public PinPage list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    Organisation organisation = caller.allowed(Permissions.MODELS_READ).organisation();
    Slice slice = Slice.of(limit, after);
    List<ConsumerPin> behind =
        pins.current(organisation).stream()
            .filter(pin -> key(pin).compareTo(slice.from()) > 0)
            .sorted(Comparator.comparing(PinResource::key))
            .limit(slice.read())
            .toList();
    Listed<ConsumerPin> found = slice.cut(behind, PinResource::key);
    return new PinPage(
        entries(found.entries(), applications(organisation)), found.next().orElse(null));
  }

  private static String key(ConsumerPin pin) {
    return pin.consumerId() + "/" + pin.slot();
  }

  @GET
  @Path("/history")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists everything that one application called, by purpose, oldest first")
  public List<PinEntryView> history(
      @RestQuery @Parameter(description = "id of the application") @Nullable String consumer) {
    Organisation organisation = caller.allowed(Permissions.MODELS_READ).organisation();
    UUID wanted = Given.id("consumer", consumer);
    return entries(pins.of(organisation, wanted), applications(organisation));
  }

  @GET
  @Path("/violations")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists the pins that hold and that today's policies refuse")
  public List<PinCheckView> violations() {
    Organisation organisation = caller.allowed(Permissions.MODELS_READ).organisation();
    return checks.violations(organisation).stream().map(PinCheckView::of).toList();
  }

  @POST
  @Path("/check")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(
      summary = "Asks whether a pin may be set, without setting it",
      description = "200 for both answers; a refusal names all its reasons.")
  public PinCheckView check(PinRequestBody request) {
    Organisation organisation = caller.allowed(Permissions.MODELS_READ).organisation();
    return PinCheckView.of(checks.check(organisation, Given.body(request).toWish()));
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Pins an application to a model",
      description = "409 with all reasons when the policy of its environment refuses it.")
  public PinCheckView set(PinRequestBody request) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    PinCheck check = checks.set(by.organisation(), by.actor(), Given.body(request).toWish());
    if (!check.isAllowed()) {
      throw PinCheckView.refusal(check);
    }
    return PinCheckView.of(check);
  }

  @DELETE
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Ends a pin: the application calls no model for this purpose")
  public void end(
      @RestQuery @Parameter(description = "id of the application") @Nullable String consumer,
      @RestQuery @Nullable String slot) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    pins.move(
        by.organisation(), by.actor(), PinRequestBody.place(consumer, slot), Optional.empty());
  }

  private List<PinEntryView> entries(List<ConsumerPin> found, Map<UUID, Application> applications) {
    return found.stream()
        .map(pin -> PinEntryView.of(pin, applications.get(pin.consumerId()), clock.instant()))
        .toList();
  }

  private Map<UUID, Application> applications(Organisation organisation) {
    Map<UUID, Application> names = new HashMap<>();
    for (RegisteredConsumer each : consumers.all(organisation)) {
      names.put(
          each.id(),
          new Application(each.consumer().application(), each.consumer().environment().label()));
    }
    return names;
  }
}
