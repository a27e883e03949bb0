package dev.plumbline.api.access;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An open session as its owner sees it; its id is not the secret in the cookie. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Session")
public record SessionView(
    String id, String way, Instant createdAt, Instant lastSeenAt, Instant expiresAt) {}
