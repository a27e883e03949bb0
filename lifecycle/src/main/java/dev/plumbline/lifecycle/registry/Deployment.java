package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import java.util.Optional;

/**
 * A model made callable in one place. OpenAI has none; on Azure, Bedrock and Vertex the name that
 * is called is a deployment's.
 *
 * @param account resource, project or account that holds it, as the provider names it
 * @param name under which it is called
 * @param model what answers there, by the provider's name
 * @param sku for example {@code Standard}, with the type that it means where that is known
 */
public record Deployment(
    Provider provider,
    String account,
    String name,
    String model,
    Optional<String> region,
    Optional<DeploymentType> type,
    Optional<String> sku,
    Optional<VersionUpgrade> upgrade,
    Optional<Environment> environment) {

  public Deployment {
    requireNonNull(provider, "provider");
    requireNonNull(account, "account");
    requireNonNull(name, "name");
    requireNonNull(model, "model");
    requireNonNull(region, "region");
    requireNonNull(type, "type");
    requireNonNull(sku, "sku");
    requireNonNull(upgrade, "upgrade");
    requireNonNull(environment, "environment");
    if (provider.equals(Provider.OPENAI)) {
      throw new IllegalArgumentException(
          "OpenAI has no deployments: a model is called by its name");
    }
  }

  public ModelKey target() {
    return new ModelKey(provider, model);
  }

  /** What the newer says, and where it says nothing what was known. */
  public Deployment mergedWith(Deployment newer) {
    return new Deployment(
        newer.provider,
        newer.account,
        newer.name,
        newer.model,
        newer.region.or(() -> region),
        newer.type.or(() -> type),
        newer.sku.or(() -> sku),
        newer.upgrade.or(() -> upgrade),
        newer.environment.or(() -> environment));
  }
}
