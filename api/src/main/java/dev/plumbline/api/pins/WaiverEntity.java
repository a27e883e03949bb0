package dev.plumbline.api.pins;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.pinning.RuleName;
import dev.plumbline.lifecycle.pinning.Waiver;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code pin_waiver}. */
@Entity
@DynamicUpdate // the application may write only the column that revokes it
@Table(name = "pin_waiver")
@IdClass(RowKey.class)
class WaiverEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String rule;
  String environment;
  @Nullable String provider;
  @Nullable String model;
  @Nullable UUID consumerId;
  String owner;
  String reason;
  Instant grantedAt;
  Instant expiresAt;
  @Nullable Instant revokedAt;

  void take(Waiver waiver) {
    id = waiver.id();
    rule = waiver.rule().label();
    environment = waiver.environment().label();
    provider = waiver.model().map(key -> key.provider().key()).orElse(null);
    model = waiver.model().map(ModelKey::model).orElse(null);
    consumerId = waiver.consumer().orElse(null);
    owner = waiver.owner();
    reason = waiver.reason();
    grantedAt = waiver.grantedAt();
    expiresAt = waiver.expiresAt();
  }

  Waiver toWaiver() {
    return new Waiver(
        id,
        RuleName.findByLabel(rule).orElseThrow(),
        Environment.findByLabel(environment).orElseThrow(),
        provider == null || model == null
            ? Optional.empty()
            : Optional.of(new ModelKey(Provider.of(provider), model)),
        Optional.ofNullable(consumerId),
        owner,
        reason,
        grantedAt,
        expiresAt);
  }
}
