package dev.plumbline.api.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** A channel as the audit trail keeps it: that a secret changed, and nothing of it. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelTrace(
    String name,
    String kind,
    @Nullable String address,
    boolean toOwners,
    String minSeverity,
    @Nullable String quiet,
    @Nullable String disabledReason,
    @Nullable String secret) {

  static ChannelTrace of(ChannelEntity row) {
    return new ChannelTrace(
        row.name,
        row.kind,
        row.address,
        row.toOwners,
        row.minSeverity,
        row.quietHours().map(Object::toString).orElse(null),
        row.disabledReason,
        null);
  }

  ChannelTrace withChangedSecret() {
    return new ChannelTrace(
        name, kind, address, toOwners, minSeverity, quiet, disabledReason, "changed");
  }
}
