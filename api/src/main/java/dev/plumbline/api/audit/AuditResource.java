package dev.plumbline.api.audit;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The audit trail of the caller's organisation. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who changed what and when, in a chain in which tampering shows")
class AuditResource {

  private static final int LARGEST = 500;

  private final TrailReader reader;
  private final Trails trails;
  private final HeadFiles heads;
  private final TrailChecks checks;
  private final CurrentCaller caller;

  AuditResource(
      TrailReader reader,
      Trails trails,
      HeadFiles heads,
      TrailChecks checks,
      CurrentCaller caller) {
    this.reader = reader;
    this.trails = trails;
    this.heads = heads;
    this.checks = checks;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.AUDIT_READ)
  @Operation(summary = "Lists entries, newest first unless asked otherwise")
  public AuditPageView list(
      @BeanParam AuditFilter filter,
      @RestQuery @DefaultValue("100") @Parameter(description = "at most 500") String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    int wanted = number("limit", limit, LARGEST);
    TrailPosition start =
        filter.newestFirst() ? TrailPosition.newest(wanted + 1) : TrailPosition.oldest(wanted + 1);
    TrailPosition position =
        after.map(text -> start.behind(number("after", text, Long.MAX_VALUE - 1))).orElse(start);
    return AuditPageView.of(reader.entries(organisation(), filter.search(), position), wanted);
  }

  @GET
  @Path("/{number}")
  @PermissionsAllowed(Permissions.AUDIT_READ)
  @Operation(summary = "Shows one entry")
  public AuditEntryView show(@RestPath String number) {
    return trails
        .find(organisation(), number("number", number, Long.MAX_VALUE - 1))
        .map(AuditEntryView::of)
        .orElseThrow(
            () -> Problem.of(ErrorCode.NOT_FOUND, "no entry of this number").asException());
  }

  @GET
  @Path("/head")
  @PermissionsAllowed(Permissions.AUDIT_READ)
  @Operation(
      summary = "Signs the end of the trail",
      description =
          "Keep the answers somewhere else: a trail that is cut or rewritten later disagrees with"
              + " them, and `plumbline audit-log verify --head` says so.")
  public SignedHeadView head() {
    return SignedHeadView.of(trails.head(organisation()));
  }

  @GET
  @Path("/keys")
  @PermissionsAllowed(Permissions.AUDIT_READ)
  @Operation(summary = "Lists the public keys of heads, the current one first")
  public List<PublishedKey> keys() {
    return heads.keys().published().stream()
        .map(key -> new PublishedKey(PublicKeys.idOf(key), Base64.getEncoder().encodeToString(key)))
        .toList();
  }

  /** A public key by which heads are or were signed. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "AuditKey")
  record PublishedKey(
      String keyId, @Schema(description = "Ed25519 as X.509, base64") String publicKey) {}

  @GET
  @Path("/verification")
  @PermissionsAllowed(Permissions.AUDIT_READ)
  @Operation(
      summary = "Checks the whole trail now",
      description =
          "Compares every entry with its hash and its neighbours, and the end with the heads that"
              + " this server exported. Answers 200 also when something is wrong: see intact.")
  public TrailReportView verification() {
    return TrailReportView.of(checks.check(organisation()));
  }

  /** A project has no trail of its own, so a grant in one is not enough. */
  private Organisation organisation() {
    Caller reader = caller.get();
    reader.require(Permissions.AUDIT_READ, Optional.empty());
    return reader.organisation();
  }

  private static int number(String field, String text, int highest) {
    return (int) number(field, text, (long) highest);
  }

  private static long number(String field, String text, long highest) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= highest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is out of bounds.
    }
    throw Input.refused(field, "a number from 1 to " + highest);
  }
}
