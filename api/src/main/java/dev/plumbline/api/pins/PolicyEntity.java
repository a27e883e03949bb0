package dev.plumbline.api.pins;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.pinning.PinningPolicy;
import dev.plumbline.lifecycle.pinning.RollbackDemand;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code pin_policy}. */
@Entity
@DynamicUpdate // the application may write only the columns that change
@Table(name = "pin_policy")
@IdClass(PolicyKey.class)
class PolicyEntity {

  @Id UUID organisationId;
  @Id String environment;
  boolean noMovingAlias;
  @Nullable Integer baseLivesDays;
  @Nullable Integer rollbackVerifiedDays;
  @Nullable Integer rollbackLivesDays;
  boolean evaluationBaseline;
  @Nullable Integer fineTuneAgeDays;
  String @Nullable [] approved;
  Instant changedAt;

  void take(PinningPolicy policy) {
    noMovingAlias = policy.noMovingAlias();
    baseLivesDays = policy.baseLivesDays().orElse(null);
    rollbackVerifiedDays = policy.rollback().map(RollbackDemand::verifiedDays).orElse(null);
    rollbackLivesDays = policy.rollback().map(RollbackDemand::livesDays).orElse(null);
    evaluationBaseline = policy.evaluationBaseline();
    fineTuneAgeDays = policy.fineTuneAgeDays().orElse(null);
    approved =
        policy
            .approved()
            .map(keys -> keys.stream().sorted().map(ModelKey::toString).toArray(String[]::new))
            .orElse(null);
  }

  PinningPolicy toPolicy() {
    return new PinningPolicy(
        noMovingAlias,
        Optional.ofNullable(baseLivesDays),
        rollbackVerifiedDays == null || rollbackLivesDays == null
            ? Optional.empty()
            : Optional.of(new RollbackDemand(rollbackVerifiedDays, rollbackLivesDays)),
        evaluationBaseline,
        Optional.ofNullable(fineTuneAgeDays),
        approvedKeys());
  }

  private Optional<Set<ModelKey>> approvedKeys() {
    return Optional.ofNullable(approved)
        .map(texts -> Arrays.stream(texts).map(PolicyEntity::key).collect(Collectors.toSet()));
  }

  /** A provider's key has no slash, a model's name may have some. */
  private static ModelKey key(String text) {
    int slash = text.indexOf('/');
    return new ModelKey(Provider.of(text.substring(0, slash)), text.substring(slash + 1));
  }
}
