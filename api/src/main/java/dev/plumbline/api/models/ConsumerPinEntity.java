package dev.plumbline.api.models;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.Pin;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code consumer_pin}. */
@Entity
@DynamicUpdate // the application may write only the column that ends it
@Table(name = "consumer_pin")
@IdClass(RowKey.class)
class ConsumerPinEntity {

  @Id UUID organisationId;
  @Id UUID id;
  UUID consumerId;
  String slot;
  String provider;
  String model;
  Instant beganAt;
  @Nullable Instant endedAt;

  Pin toPin() {
    return new Pin(
        new ModelKey(Provider.of(provider), model), beganAt, Optional.ofNullable(endedAt));
  }

  ConsumerPin toConsumerPin() {
    return new ConsumerPin(consumerId, slot, toPin());
  }
}
