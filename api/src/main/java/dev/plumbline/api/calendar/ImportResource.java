package dev.plumbline.api.calendar;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.limits.Allowance;
import dev.plumbline.api.limits.SharedThrottle;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.lifecycle.deprecation.imports.DocumentKind;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Documents with dates: brought by one, looked at and approved by who may. */
@Path("/api/v1/calendar/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar")
class ImportResource {

  /** Reading a page costs a second of a processor. */
  static final Allowance UPLOADS = Allowance.of(120, Duration.ofHours(1));

  static final String DOOR = "calendar-import";

  private static final int LONGEST_REASON = 1000;

  private final CalendarImports imports;
  private final SharedThrottle throttle;
  private final CurrentCaller caller;
  private final Clock clock;

  ImportResource(
      CalendarImports imports, SharedThrottle throttle, CurrentCaller caller, Clock clock) {
    this.imports = imports;
    this.throttle = throttle;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  @Operation(
      summary = "Lists imports, those that wait for approval first",
      description = "At most 200.")
  public ImportView.Page list() {
    return new ImportView.Page(imports.list(caller.get()));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  @Operation(summary = "What an import would change, or has changed")
  public ProposalView show(@RestPath String id) {
    return imports.show(caller.get(), uuid(id));
  }

  @POST
  @PermissionsAllowed(Permissions.CALENDAR_WRITE)
  @Consumes({
    MediaType.TEXT_HTML,
    MediaType.TEXT_PLAIN,
    "text/markdown",
    "text/csv",
    MediaType.APPLICATION_JSON,
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Operation(
      summary = "Proposes what a document says",
      description =
          "A saved page of a provider (HTML or Markdown), a public JSON collection, or rows by hand"
              + " as CSV, as the body. Nothing changes before it is approved. Example: curl"
              + " --data-binary @deprecations.html -H 'Content-Type: text/html'"
              + " 'http://localhost:8080/api/v1/calendar/imports?kind=openai-page'")
  @APIResponse(responseCode = "201", description = "it waits for approval")
  @APIResponse(
      responseCode = "400",
      description = "not a document of that kind; line and field say where")
  public Response propose(
      @RestQuery @Parameter(description = "openai-page, azure-page, json or csv", required = true)
          Optional<String> kind,
      @RestQuery @Parameter(description = "file or address, for people") Optional<String> name,
      @RestQuery("seen_at") @Parameter(description = "day of the version; today when left out")
          Optional<String> seenAt,
      byte[] body) {
    DocumentKind form = kind(kind);
    Optional<LocalDate> day = Labels.day("seen_at", seenAt);
    String known = Labels.text("name", name).orElse(form.label());
    ProposalView proposed =
        imports.propose(caller(), BroughtDocument.of(form, known, day, body, clock));
    return Response.created(URI.create("/api/v1/calendar/imports/" + proposed.document().id()))
        .entity(proposed)
        .build();
  }

  /** Who brings documents, within the limit. */
  private Caller caller() {
    Caller bringing = caller.get();
    throttle.take(DOOR, bringing.organisation().id().toString(), UPLOADS);
    return bringing;
  }

  static DocumentKind kind(Optional<String> given) {
    return Labels.text("kind", given)
        .flatMap(DocumentKind::findByLabel)
        .orElseThrow(
            () ->
                Input.refused(
                    "kind",
                    "one of "
                        + Arrays.stream(DocumentKind.values())
                            .map(DocumentKind::label)
                            .collect(Collectors.joining(", "))));
  }

  @POST
  @Path("/{id}/approve")
  @PermissionsAllowed(Permissions.CALENDAR_APPROVE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Takes an import into the calendar",
      description = "409 when it would change something else than the diff that was looked at.")
  public ProposalView approve(@RestPath String id, @Nullable ApprovalRequest request) {
    String diff =
        Labels.text("diff", Optional.ofNullable(request).map(ApprovalRequest::diff))
            .orElseThrow(() -> Input.refused("diff", "the diff that you approve is needed"));
    return imports.approve(caller.get(), uuid(id), diff);
  }

  @POST
  @Path("/{id}/refuse")
  @PermissionsAllowed(Permissions.CALENDAR_APPROVE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Does not take it, and says why")
  public ImportView refuse(@RestPath String id, @Nullable RefusalRequest request) {
    return imports.refuse(
        caller.get(), uuid(id), reason(Optional.ofNullable(request).map(RefusalRequest::reason)));
  }

  static String reason(Optional<String> given) {
    return given
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_REASON)
        .orElseThrow(
            () ->
                Input.refused("reason", "a text of 1 to %d characters".formatted(LONGEST_REASON)));
  }

  /** What cannot be an id is not there either. */
  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(ErrorCode.NOT_FOUND, "no such import").asException();
    }
  }
}
