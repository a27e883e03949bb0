package dev.plumbline.api.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.Pin;
import dev.plumbline.lifecycle.registry.VersionUpgrade;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A deployment as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Deployment")
public record DeploymentView(
    UUID id,
    @Schema(examples = "azure") String provider,
    @Schema(description = "resource, project or account that holds it") String account,
    @Schema(description = "under which it is called") String name,
    @Schema(description = "what answers there") String model,
    @Nullable String region,
    @Schema(examples = "global") @Nullable String type,
    @Schema(examples = "GlobalStandard") @Nullable String sku,
    @Schema(description = "once_new_default, once_expired or none") @Nullable String versionUpgrade,
    @Nullable String environment,
    @Schema(description = "what answered before, for a rollback") @Nullable String previousModel,
    List<AnsweredView> models,
    Instant registeredAt,
    @Nullable Instant removedAt) {

  public static DeploymentView of(RegisteredDeployment registered) {
    Deployment deployment = registered.deployment();
    return new DeploymentView(
        registered.id(),
        deployment.provider().key(),
        deployment.account(),
        deployment.name(),
        deployment.model(),
        deployment.region().orElse(null),
        deployment.type().map(DeploymentTypes::label).orElse(null),
        deployment.sku().orElse(null),
        deployment.upgrade().map(VersionUpgrade::label).orElse(null),
        deployment.environment().map(Environment::label).orElse(null),
        registered.models().previous().map(pin -> pin.target().model()).orElse(null),
        registered.models().pins().stream().map(AnsweredView::of).toList(),
        registered.registeredAt(),
        registered.removedAt().orElse(null));
  }

  /** A model that answered in a deployment for some time. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AnsweredModel")
  public record AnsweredView(
      String model,
      Instant since,
      @Schema(description = "absent while it answers") @Nullable Instant until) {

    static AnsweredView of(Pin pin) {
      return new AnsweredView(pin.target().model(), pin.since(), pin.until().orElse(null));
    }
  }
}
