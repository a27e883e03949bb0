package dev.plumbline.api.deprecations;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code date_event}. */
@Entity
@Immutable
@Table(name = "date_event")
@IdClass(ObservationKey.class)
class DateEventEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String provider;
  String model;
  @Nullable String base;
  boolean fineTunes;
  String clock;
  String kind;
  String severity;
  LocalDate seenOn;
  @Nullable LocalDate dayBefore;
  @Nullable LocalDate dayNow;
  @Nullable String source;
  Instant recordedAt;

  DateEvent toEvent() {
    return new DateEvent(
        id,
        Provider.of(provider),
        model,
        Optional.ofNullable(base),
        fineTunes,
        LifeClock.valueOf(clock),
        kind,
        Urgency.valueOf(severity),
        seenOn,
        Optional.ofNullable(dayBefore),
        Optional.ofNullable(dayNow),
        Optional.ofNullable(source),
        recordedAt);
  }
}
