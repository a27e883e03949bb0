package dev.plumbline.api.registry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.models.DeploymentTypes;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.VersionUpgrade;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to register a deployment, or what answers in one. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewDeployment",
    examples =
        """
        {"provider":"azure","account":"acme-eu","name":"chat","model":"gpt-4o-2024-08-06",
         "region":"swedencentral","type":"global","sku":"GlobalStandard","version_upgrade":"none"}""")
public record DeploymentRequest(
    @Nullable String provider,
    @Schema(description = "resource, project or account that holds it") @Nullable String account,
    @Schema(description = "under which it is called") @Nullable String name,
    @Schema(description = "what answers there") @Nullable String model,
    @Nullable String region,
    @Schema(description = "standard, global, data_zone, provisioned or developer")
        @Nullable String type,
    @Nullable String sku,
    @Schema(description = "once_new_default, once_expired or none") @Nullable String versionUpgrade,
    @Nullable String environment) {

  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_WORD = 100;

  public Deployment toDeployment() {
    Provider served = Given.provider(provider);
    String answering = Given.text("model", model, Given.MODEL);
    Input.read("model", () -> new ModelKey(served, answering));
    String holder = Given.text("account", account, LONGEST_NAME);
    String called = Given.text("name", name, LONGEST_NAME);
    return Input.read(
        "provider",
        () ->
            new Deployment(
                served,
                holder,
                called,
                answering,
                Given.textIfAny("region", region, LONGEST_WORD),
                Given.wordIfAny(
                    "type", type, DeploymentTypes::findByLabel, DeploymentTypes.labels()),
                Given.textIfAny("sku", sku, LONGEST_WORD),
                Given.wordIfAny(
                    "version_upgrade",
                    versionUpgrade,
                    VersionUpgrade::findByLabel,
                    VersionUpgrade.labels()),
                Given.wordIfAny(
                    "environment", environment, Environment::findByLabel, Environment.labels())));
  }
}
