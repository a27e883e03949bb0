package dev.plumbline.api.rollbacks;

import dev.plumbline.api.changes.Changes;
import dev.plumbline.api.changes.RecordedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.RegisteredDeployment;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.change.ChangeRequest;
import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.change.RollbackCheck;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.ModelIds;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Other models for deployments. In production, and where nobody said what it is, somebody else has
 * to approve the move first; elsewhere it is written down at once. Plumbline switches nothing.
 */
@ApplicationScoped
class DeploymentMoves {

  private static final int LONGEST_PLACE = 300;

  private final Deployments deployments;
  private final Changes changes;
  private final RollbackList rollbacks;
  private final ModelIds ids = ModelIds.bundled();

  DeploymentMoves(Deployments deployments, Changes changes, RollbackList rollbacks) {
    this.deployments = deployments;
    this.changes = changes;
    this.rollbacks = rollbacks;
  }

  /** What is wanted, and why. */
  record Wish(String model, String reason, LocalDate switchDate) {}

  static boolean needsApproval(Deployment deployment) {
    return deployment.environment().map(where -> where == Environment.PRODUCTION).orElse(true);
  }

  /**
   * Writes the move down, or asks for it.
   *
   * @return the change that somebody else has to approve; empty when the move is written down
   * @throws dev.plumbline.api.problem.ProblemException 409 for a way back that ends too soon, with
   *     the date, and for a move that waits for its approval already
   */
  @Transactional
  Optional<UUID> move(Caller by, UUID id, Wish wish) {
    RegisteredDeployment registered = deployments.get(by.organisation(), id);
    Deployment deployment = registered.deployment();
    ModelKey to = Input.read("model", () -> new ModelKey(deployment.provider(), wish.model()));
    if (to.equals(deployment.target())) {
      throw Input.refused("model", "it answers there already");
    }
    requireServable(by, Place.of(registered), to);
    if (!needsApproval(deployment)) {
      write(by, deployment, to);
      return Optional.empty();
    }
    return approved(by, deployment, to, wish);
  }

  private Optional<UUID> approved(Caller by, Deployment deployment, ModelKey to, Wish wish) {
    ModelId from = ids.of(deployment.target(), Optional.empty());
    ModelId next = ids.of(to, Optional.empty());
    String place = placeOf(deployment);
    Optional<RecordedChange> asked = changes.findNewest(by.organisation(), place, from, next);
    Optional<Decision> decision = asked.map(change -> change.change().decision());
    if (decision.filter(Decision::isPending).isPresent()) {
      throw Problem.of(ErrorCode.CONFLICT, "this move waits for its approval already")
          .withRemedy("somebody else approves it under Changes, then write it down here")
          .asException();
    }
    if (decision.filter(Decision.Approved.class::isInstance).isPresent()) {
      write(by, deployment, to);
      return Optional.empty();
    }
    return Optional.of(
        changes
            .request(
                by,
                Input.read(
                    "model",
                    () ->
                        new ChangeRequest(
                            place,
                            from,
                            Optional.of(next),
                            wish.reason(),
                            wish.switchDate(),
                            RollbackCheck.USUAL_DAYS)),
                Optional.empty(),
                List.of())
            .id());
  }

  /** Going back onto something that ends soon is no way out. */
  private void requireServable(Caller by, Place place, ModelKey to) {
    if (place.before().filter(to::equals).isEmpty()) {
      return;
    }
    RollbackCheck check = rollbacks.check(by.organisation(), place);
    if (check instanceof RollbackCheck.EndsTooSoon) {
      throw Problem.of(ErrorCode.CONFLICT, check.sentence())
          .withRemedy("choose a model that lives longer")
          .asException();
    }
  }

  private void write(Caller by, Deployment deployment, ModelKey to) {
    deployments.register(
        by.organisation(),
        by.actor(),
        new Deployment(
            deployment.provider(),
            deployment.account(),
            deployment.name(),
            to.model(),
            deployment.region(),
            deployment.type(),
            deployment.sku(),
            deployment.upgrade(),
            deployment.environment()));
  }

  /** As requests name it; a name that is too long for them is told apart by its end. */
  static String placeOf(Deployment deployment) {
    String name = Place.nameOf(deployment);
    return name.length() <= LONGEST_PLACE ? name : name.substring(name.length() - LONGEST_PLACE);
  }
}
