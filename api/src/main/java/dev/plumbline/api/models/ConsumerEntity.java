package dev.plumbline.api.models;

import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Consumer;
import dev.plumbline.lifecycle.registry.Criticality;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code consumer}. */
@Entity
@DynamicUpdate // the application may write only the columns that change
@Table(name = "consumer")
@IdClass(RowKey.class)
class ConsumerEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String application;
  String owner;
  String contact;
  String criticality;
  String environment;
  Instant registeredAt;
  @Nullable Instant archivedAt;

  void take(Consumer consumer) {
    application = consumer.application();
    owner = consumer.owner();
    contact = consumer.contact();
    criticality = consumer.criticality().label();
    environment = consumer.environment().label();
  }

  RegisteredConsumer toConsumer() {
    return new RegisteredConsumer(
        id,
        new Consumer(
            application,
            owner,
            contact,
            Criticality.findByLabel(criticality).orElseThrow(),
            Environment.findByLabel(environment).orElseThrow()),
        registeredAt,
        Optional.ofNullable(archivedAt));
  }
}
