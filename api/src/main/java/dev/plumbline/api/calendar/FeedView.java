package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address to subscribe to, without its secret. */
@Schema(name = "CalendarFeed")
@JsonNaming(SnakeCaseStrategy.class)
public record FeedView(
    UUID id,
    String name,
    @Nullable String provider,
    @Nullable String clock,
    @Nullable String model,
    @Nullable String owner,
    boolean used,
    @Nullable String severity,
    @Schema(description = "active or revoked") String status,
    Instant createdAt,
    String createdBy,
    @Nullable Instant revokedAt) {

  static FeedView of(FeedEntity row) {
    return new FeedView(
        row.id,
        row.name,
        row.provider,
        lower(row.clock),
        row.model,
        row.owner,
        row.used,
        lower(row.severity),
        row.revokedAt == null ? "active" : "revoked",
        row.createdAt,
        row.createdBy,
        row.revokedAt);
  }

  private static @Nullable String lower(@Nullable String name) {
    return name == null ? null : name.toLowerCase(Locale.ROOT);
  }

  /** Feeds, those in use first. */
  @Schema(name = "CalendarFeeds")
  public record Page(List<FeedView> feeds) {

    public Page {
      feeds = List.copyOf(feeds);
    }
  }
}
