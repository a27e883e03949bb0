package dev.plumbline.api.alerts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code alert_event}; it is never changed. */
@Entity
@Table(name = "alert_event")
@IdClass(AlertEventKey.class)
class AlertEventEntity {

  @Id UUID organisationId;
  @Id UUID alertId;
  @Id int revision;
  Instant at;
  String event;
  String actor;
  String severity;
  String summary;
  @Nullable LocalDate dueOn;
  boolean told;
}
