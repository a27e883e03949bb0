package dev.plumbline.lifecycle.deprecation.eligibility;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a provider does when nobody calls: a third deadline, which rolls on with every call.
 *
 * @param deployment the type that the rule is for; empty for all others
 * @param warnDays days after which a warning is due, the first first
 * @param stated the idle time, and who states it
 */
public record IdleRule(
    Provider provider,
    Optional<DeploymentType> deployment,
    Consequence consequence,
    CountedFrom countedFrom,
    List<Integer> warnDays,
    Observation<Duration> stated) {

  /** What ends. */
  public enum Consequence {
    /** The organisation can no longer create fine-tuning jobs. */
    TRAINING_ENDS,
    /** The deployment is deleted; the model stays and can be deployed again. */
    DEPLOYMENT_DELETED,
    /** The provider may take the access away. */
    ACCESS_MAY_END
  }

  /** When the time begins to run. */
  public enum CountedFrom {
    LAST_CALL,
    CREATION
  }

  public IdleRule {
    requireNonNull(provider, "provider");
    requireNonNull(deployment, "deployment");
    requireNonNull(consequence, "consequence");
    requireNonNull(countedFrom, "countedFrom");
    warnDays = warnDays.stream().sorted().toList();
    requireNonNull(stated, "stated");
  }

  public Duration idle() {
    return stated.value();
  }

  /** When the rule strikes if nobody calls. */
  public IdleDeadline after(Instant created, Optional<Instant> lastCall) {
    Instant from = countedFrom == CountedFrom.CREATION ? created : lastCall.orElse(created);
    return new IdleDeadline(this, from, from.plus(idle()));
  }
}
