package dev.plumbline.api.webhooks;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.syncs.Syncs;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where OpenAI sends its events. Open to all: the signature says who it is. */
@Path("/webhooks/openai")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Providers", description = "Accounts at providers and what they list")
class OpenAiWebhook {

  /** The standard's own limit is 20 kB. */
  private static final int LARGEST = 64 * 1024;

  private final ProviderEvents events;
  private final Syncs syncs;
  private final ManagedExecutor executor;

  OpenAiWebhook(ProviderEvents events, Syncs syncs, ManagedExecutor executor) {
    this.events = events;
    this.syncs = syncs;
    this.executor = executor;
  }

  @POST
  @Path("/{account}")
  @PermitAll
  @Blocking
  @Operation(summary = "Takes an event, signed by Standard Webhooks")
  public Response take(
      @RestPath String account,
      @RestHeader("webhook-id") @Nullable String id,
      @RestHeader("webhook-timestamp") @Nullable String timestamp,
      @RestHeader("webhook-signature") @Nullable String signatures,
      byte @Nullable [] body) {
    if (body != null && body.length > LARGEST) {
      throw Problem.of(ErrorCode.BODY_TOO_LARGE, "an event has at most %d bytes".formatted(LARGEST))
          .asException();
    }
    SignedMessage message = message(id, timestamp, signatures, body);
    events
        .take(uuid(account), message)
        .ifPresent(
            to ->
                executor.runAsync(
                    () -> syncs.one(to.organisation(), Actor.SYSTEM, to.account(), false)));
    return Response.noContent().build();
  }

  private static SignedMessage message(
      @Nullable String id,
      @Nullable String timestamp,
      @Nullable String signatures,
      byte @Nullable [] body) {
    if (id == null || timestamp == null || signatures == null || body == null) {
      throw ProviderEvents.unsigned();
    }
    try {
      return SignedMessage.of(id, timestamp, signatures, body);
    } catch (IllegalArgumentException e) {
      throw ProviderEvents.unsigned();
    }
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProviderEvents.unsigned();
    }
  }
}
