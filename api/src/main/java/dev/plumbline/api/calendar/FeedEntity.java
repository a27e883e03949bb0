package dev.plumbline.api.calendar;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code calendar_feed}. */
@Entity
@DynamicUpdate // the application may write only the column that ends a feed
@Table(name = "calendar_feed")
@IdClass(RowKey.class)
class FeedEntity {

  @Id UUID organisationId;
  @Id UUID id;
  byte[] secretHash;
  String name;
  @Nullable String provider;
  @Nullable String clock;
  @Nullable String model;
  @Nullable String owner;
  boolean used;
  @Nullable String severity;
  Instant createdAt;
  String createdBy;
  @Nullable Instant revokedAt;

  void take(CalendarQuery query) {
    provider = query.provider().map(Provider::key).orElse(null);
    clock = query.clock().map(Enum::name).orElse(null);
    model = query.model().orElse(null);
    owner = query.owner().orElse(null);
    used = query.used();
    severity = query.severity().map(Enum::name).orElse(null);
  }

  CalendarQuery query() {
    return new CalendarQuery(
        Optional.ofNullable(provider).map(Provider::of),
        Optional.ofNullable(clock).map(LifeClock::valueOf),
        Optional.ofNullable(model),
        Optional.ofNullable(owner),
        used,
        Optional.ofNullable(severity).map(Urgency::valueOf),
        CalendarQuery.Range.ANY);
  }
}
