package dev.plumbline.api.notifications;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code notification_message}. */
@Entity
@Table(name = "notification_message")
@IdClass(ChannelKey.class)
class MessageEntity {

  @Id UUID organisationId;
  @Id UUID id;
  Instant at;
  boolean test;
  String payload;
}
