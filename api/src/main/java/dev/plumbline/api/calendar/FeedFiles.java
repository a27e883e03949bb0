package dev.plumbline.api.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.api.limits.Allowance;
import dev.plumbline.api.limits.SharedThrottle;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The files of feeds, open to whoever has the address. A secret that is wrong, revoked or no secret
 * at all gets the same answer.
 */
@Path(FeedFiles.PATH)
class FeedFiles {

  static final String PATH = "/feeds/";
  static final String CALENDAR = "calendar.ics";
  static final String EVENTS = "events.atom";

  /** A team's programs share an address; each looks some times an hour. */
  private static final Allowance READS = Allowance.of(600, Duration.ofHours(1));

  private final FeedRepository feeds;
  private final FeedText text;
  private final SharedThrottle throttle;

  FeedFiles(FeedRepository feeds, FeedText text, SharedThrottle throttle) {
    this.feeds = feeds;
    this.text = text;
    this.throttle = throttle;
  }

  @GET
  @Path("{secret}/" + CALENDAR)
  @PermitAll
  @Produces("text/calendar;charset=utf-8")
  @Operation(hidden = true) // an address with a secret is used as it is, and not put together
  public Response calendar(@RestPath String secret, @Context Request request) {
    return answer(secret, request, text::calendar);
  }

  @GET
  @Path("{secret}/" + EVENTS)
  @PermitAll
  @Produces("application/atom+xml;charset=utf-8")
  @Operation(hidden = true)
  public Response events(@RestPath String secret, @Context Request request) {
    return answer(secret, request, text::events);
  }

  private Response answer(String secret, Request request, Function<FeedEntity, String> write) {
    FeedEntity feed =
        FeedSecret.parse(secret)
            .flatMap(feeds::lookUp)
            .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no such feed").asException());
    throttle.take("calendar-feed", feed.id.toString(), READS);
    byte[] file = write.apply(feed).getBytes(UTF_8);
    EntityTag tag = new EntityTag(HexFormat.of().formatHex(CompressedText.sha256(file), 0, 16));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(file) : unchanged).tag(tag).build();
  }
}
