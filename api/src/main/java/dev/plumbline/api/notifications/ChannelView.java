package dev.plumbline.api.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A channel as it is shown: without its secret. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Channel")
public record ChannelView(
    UUID id,
    String name,
    String kind,
    @Nullable String address,
    boolean toOwners,
    String minSeverity,
    @Nullable String quietFrom,
    @Nullable String quietTo,
    @Nullable String zone,
    boolean hasSecret,
    boolean enabled,
    @Schema(description = "why it is switched off") @Nullable String disabledReason,
    @Schema(description = "since when nothing arrives") @Nullable Instant failingSince,
    @Schema(description = "the signing secret that was made for it; answered once")
        @Nullable String signingSecret) {

  static ChannelView of(ChannelEntity row) {
    return of(row, null);
  }

  static ChannelView of(ChannelEntity row, @Nullable String signingSecret) {
    return new ChannelView(
        row.id,
        row.name,
        row.kind,
        row.address,
        row.toOwners,
        row.minSeverity,
        text(row.quietFrom),
        text(row.quietTo),
        row.zone,
        row.credentialId != null,
        row.isEnabled(),
        row.disabledReason,
        row.failingSince,
        signingSecret);
  }

  private static @Nullable String text(@Nullable Object time) {
    return time == null ? null : time.toString();
  }

  /** Its kind in words. */
  public String title() {
    return ChannelKind.findByLabel(kind).map(ChannelKind::title).orElse(kind);
  }

  /** Who hears of it, in words. */
  public String target() {
    String named = address == null ? "" : address.replace("\n", ", ");
    if (toOwners) {
      return named.isEmpty() ? "the owners of what an alert is about" : "the owners, " + named;
    }
    return named.isEmpty() ? "an address that is kept sealed" : named;
  }

  /** When nobody is disturbed, in words. */
  public String quiet() {
    return quietFrom == null ? "never" : "%s to %s, %s".formatted(quietFrom, quietTo, zone);
  }

  @Override
  public String toString() {
    return "channel " + name;
  }

  /** All channels of an organisation. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "ChannelList")
  public record All(List<ChannelView> channels) {}
}
