package dev.plumbline.api.probes;

import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.RegisteredDeployment;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.syncs.AccountAccess;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.probe.plan.Arm;
import dev.plumbline.lifecycle.registry.Deployment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What arms are billed as: where a deployment is called by its name, the model behind it as the
 * registry knows it.
 */
@ApplicationScoped
class BilledArms {

  private final AccountAccess accounts;
  private final Deployments deployments;

  BilledArms(AccountAccess accounts, Deployments deployments) {
    this.accounts = accounts;
    this.deployments = deployments;
  }

  /** The names by which prices are found; an unknown deployment keeps its own. */
  Function<Arm, String> of(Organisation organisation, List<Target.TargetArm> arms) {
    Map<Arm, String> models = new HashMap<>();
    List<Target.TargetArm> deployed =
        arms.stream().filter(each -> !each.arm().provider().equals(Provider.OPENAI)).toList();
    List<RegisteredDeployment> known =
        deployed.isEmpty() ? List.of() : deployments.all(organisation);
    for (Target.TargetArm each : deployed) {
      model(organisation, each, known).ifPresent(model -> models.put(each.arm(), model));
    }
    return arm -> models.getOrDefault(arm, arm.model());
  }

  private Optional<String> model(
      Organisation organisation, Target.TargetArm arm, List<RegisteredDeployment> known) {
    return accounts
        .find(organisation, arm.account())
        .flatMap(
            account ->
                known.stream()
                    .filter(each -> each.removedAt().isEmpty())
                    .map(RegisteredDeployment::deployment)
                    .filter(each -> each.provider().equals(account.provider()))
                    .filter(each -> each.account().equals(account.name()))
                    .filter(each -> each.name().equals(arm.arm().model()))
                    .map(Deployment::model)
                    .findFirst());
  }
}
