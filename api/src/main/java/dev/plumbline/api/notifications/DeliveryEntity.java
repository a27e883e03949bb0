package dev.plumbline.api.notifications;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code notification_delivery}. */
@Entity
@DynamicUpdate
@Table(name = "notification_delivery")
@IdClass(ChannelKey.class)
class DeliveryEntity {

  @Id UUID organisationId;
  @Id UUID id;
  UUID messageId;
  UUID channelId;
  String recipient;
  String state;
  int attempts;
  int tries;
  Instant createdAt;
  Instant nextAttemptAt;
  @Nullable Instant leaseUntil;
  @Nullable String node;
  @Nullable Integer lastStatus;
  @Nullable String lastError;
  @Nullable Instant endedAt;
}
