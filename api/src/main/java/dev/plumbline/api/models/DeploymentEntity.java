package dev.plumbline.api.models;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.VersionUpgrade;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code deployment}; what answers there are rows of {@code deployment_model}. */
@Entity
@DynamicUpdate // the application may write only the columns that change
@Table(name = "deployment")
@IdClass(RowKey.class)
class DeploymentEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String provider;
  String account;
  String name;
  @Nullable String region;
  @Nullable String deploymentType;
  @Nullable String sku;
  @Nullable String versionUpgrade;
  @Nullable String environment;
  Instant registeredAt;
  @Nullable Instant removedAt;

  /** Everything but the model that answers. */
  void take(Deployment deployment) {
    provider = deployment.provider().key();
    account = deployment.account();
    name = deployment.name();
    region = deployment.region().orElse(null);
    deploymentType = deployment.type().map(DeploymentTypes::label).orElse(null);
    sku = deployment.sku().orElse(null);
    versionUpgrade = deployment.upgrade().map(VersionUpgrade::label).orElse(null);
    environment = deployment.environment().map(Environment::label).orElse(null);
  }

  Deployment toDeployment(String model) {
    return new Deployment(
        Provider.of(provider),
        account,
        name,
        model,
        Optional.ofNullable(region),
        type(),
        Optional.ofNullable(sku),
        Optional.ofNullable(versionUpgrade).flatMap(VersionUpgrade::findByLabel),
        Optional.ofNullable(environment).flatMap(Environment::findByLabel));
  }

  private Optional<DeploymentType> type() {
    return Optional.ofNullable(deploymentType).flatMap(DeploymentTypes::findByLabel);
  }
}
