package dev.plumbline.api.calendar;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.limits.SharedThrottle;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.web.QueryValues;
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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What the page Calendar changes: documents and feeds. */
@Path("/calendar")
@Produces(MediaType.TEXT_HTML)
class CalendarForms {

  private final CalendarScreen screen;
  private final Template proposal;
  private final Shells shells;
  private final CalendarImports imports;
  private final Feeds feeds;
  private final SharedThrottle throttle;
  private final CurrentCaller caller;
  private final Clock clock;

  CalendarForms(
      CalendarScreen screen,
      @Location("calendar/import") Template proposal,
      Shells shells,
      CalendarImports imports,
      Feeds feeds,
      SharedThrottle throttle,
      CurrentCaller caller,
      Clock clock) {
    this.screen = screen;
    this.proposal = proposal;
    this.shells = shells;
    this.imports = imports;
    this.feeds = feeds;
    this.throttle = throttle;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/imports/{id}")
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  public String showImport(@RestPath String id) {
    Caller reader = caller.get();
    ProposalView shown = imports.show(reader, uuid(id));
    return proposal
        .data("shell", shells.of(Section.CALENDAR, shown.document().name()))
        .data("it", shown)
        .data(
            "mayApprove",
            reader.grants().holds(Permissions.CALENDAR_APPROVE, Optional.empty())
                && shown.document().state().equals("open"))
        .render();
  }

  @POST
  @Path("/imports")
  @PermissionsAllowed(Permissions.CALENDAR_WRITE)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response bring(
      @RestForm("file") @Nullable FileUpload file,
      @RestForm @Nullable String kind,
      @RestForm("seen_at") @Nullable String seenAt)
      throws IOException {
    Caller bringing = caller.get();
    try {
      throttle.take(
          ImportResource.DOOR, bringing.organisation().id().toString(), ImportResource.UPLOADS);
      if (file == null || file.size() == 0) {
        throw Input.refused("file", "choose the file that you saved");
      }
      ProposalView brought =
          imports.propose(
              bringing,
              BroughtDocument.of(
                  ImportResource.kind(Optional.ofNullable(kind)),
                  Labels.text("name", Optional.ofNullable(file.fileName())).orElse("document"),
                  Labels.day("seen_at", Optional.ofNullable(seenAt)),
                  Files.readAllBytes(file.uploadedFile()),
                  clock));
      return seeImport(brought.document().id());
    } catch (ProblemException e) {
      return refused(bringing, e);
    }
  }

  @POST
  @Path("/imports/{id}/approve")
  @PermissionsAllowed(Permissions.CALENDAR_APPROVE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response approve(@RestPath String id, @RestForm @Nullable String diff) {
    imports.approve(caller.get(), uuid(id), diff == null ? "" : diff);
    return seeImport(uuid(id));
  }

  @POST
  @Path("/imports/{id}/refuse")
  @PermissionsAllowed(Permissions.CALENDAR_APPROVE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response refuse(@RestPath String id, @RestForm @Nullable String reason) {
    UUID wanted = uuid(id);
    imports.refuse(caller.get(), wanted, ImportResource.reason(Optional.ofNullable(reason)));
    return seeImport(wanted);
  }

  @POST
  @Path("/feeds")
  @PermissionsAllowed(Permissions.CALENDAR_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response subscribe(
      @RestForm @Nullable String name,
      @RestForm @Nullable String provider,
      @RestForm("feed_clock") @Nullable String feedClock,
      @RestForm @Nullable String model,
      @RestForm @Nullable String owner,
      @RestForm @Nullable String used,
      @RestForm @Nullable String severity) {
    Caller subscribing = caller.get();
    try {
      var wish =
          new NewFeedRequest(
              name, provider, feedClock, model, owner, "true".equals(used), severity);
      CreatedFeed made = feeds.create(subscribing, wish.checkedName(), wish.query());
      return Response.status(Response.Status.CREATED)
          .entity(screen.show(subscribing, fresh(), today(), Optional.of(made), ""))
          .build();
    } catch (ProblemException e) {
      return refused(subscribing, e);
    }
  }

  @POST
  @Path("/feeds/{id}/revoke")
  @PermissionsAllowed(Permissions.CALENDAR_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(@RestPath String id) {
    feeds.revoke(caller.get(), uuid(id));
    return Response.seeOther(URI.create("/calendar#subscribe")).build();
  }

  private Response refused(Caller asking, ProblemException e) {
    Problem problem = e.problem();
    String remedy = problem.remedy().map(advice -> " To mend it: " + advice + ".").orElse("");
    return Response.status(problem.code().status())
        .entity(
            screen.show(
                asking, fresh(), today(), Optional.empty(), problem.detail() + "." + remedy))
        .build();
  }

  private QueryValues fresh() {
    return new QueryValues(Map.of(), CalendarLinks.defaults(today()));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }

  private static Response seeImport(UUID id) {
    return Response.seeOther(URI.create("/calendar/imports/" + id)).build();
  }

  /** What cannot be an id is not there either. */
  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(ErrorCode.NOT_FOUND, "there is no such thing").asException();
    }
  }
}
