package dev.plumbline.api.models;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Checkpoint;
import dev.plumbline.lifecycle.registry.Custody;
import dev.plumbline.lifecycle.registry.Dataset;
import dev.plumbline.lifecycle.registry.DatasetVerdict;
import dev.plumbline.lifecycle.registry.ModelFacts;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.ModelState;
import dev.plumbline.lifecycle.registry.Origin;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import dev.plumbline.lifecycle.registry.StateChange;
import dev.plumbline.lifecycle.registry.StateKind;
import dev.plumbline.lifecycle.registry.TrainingCost;
import dev.plumbline.lifecycle.registry.TrainingRun;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code fine_tune}. It leaves this package as a {@link RegisteredModel}. */
@Entity
@DynamicUpdate // the application may write only the columns that change
@Table(name = "fine_tune")
@IdClass(RowKey.class)
class FineTuneEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String provider;
  String model;
  @Nullable String base;
  @Nullable String parent;
  @Nullable String job;
  @Nullable String method;
  @Nullable Long seed;

  @Convert(converter = NamedValues.class)
  Map<String, String> hyperparameters;

  @Nullable Long trainedTokens;
  @Nullable Instant finishedAt;
  String[] datasetFiles;
  @Nullable String datasetHash;
  @Nullable String datasetAudit;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 3)
  @Nullable String costCurrency;

  @Column(precision = 38, scale = 18)
  @Nullable BigDecimal costEstimated;

  @Column(precision = 38, scale = 18)
  @Nullable BigDecimal costBilled;

  @Nullable String owner;
  @Nullable String contact;
  @Nullable String environment;

  @Convert(converter = NamedValues.class)
  Map<String, String> metrics;

  String state;
  Instant stateSince;
  String stateReason;
  @Nullable LocalDate retireBy;
  Instant registeredAt;
  Instant changedAt;

  ModelKey key() {
    return new ModelKey(Provider.of(provider), model);
  }

  Origin origin() {
    return new Origin(Optional.ofNullable(base), Optional.ofNullable(parent));
  }

  /** Everything but the checkpoints, which are rows of their own. */
  void take(ModelFacts facts) {
    provider = facts.key().provider().key();
    model = facts.key().model();
    base = facts.origin().base().orElse(null);
    parent = facts.origin().parent().orElse(null);
    owner = facts.custody().owner().orElse(null);
    contact = facts.custody().contact().orElse(null);
    environment = facts.custody().environment().map(Environment::label).orElse(null);
    metrics = facts.metrics();
    take(facts.run());
  }

  private void take(TrainingRun run) {
    job = run.job().orElse(null);
    method = run.method().orElse(null);
    seed = run.seed().orElse(null);
    hyperparameters = run.hyperparameters();
    trainedTokens = run.trainedTokens().orElse(null);
    finishedAt = run.finishedAt().orElse(null);
    datasetFiles = run.dataset().fileIds().toArray(String[]::new);
    datasetHash = run.dataset().hash().orElse(null);
    datasetAudit = run.dataset().audit().map(DatasetVerdict::label).orElse(null);
    take(run.cost());
  }

  private void take(TrainingCost cost) {
    costCurrency = cost.known().map(each -> each.currency().getCurrencyCode()).orElse(null);
    costEstimated = cost.estimated().map(Money::amount).orElse(null);
    costBilled = cost.billed().map(Money::amount).orElse(null);
  }

  void take(ModelState found) {
    state = found.kind().label();
    stateSince = found.since();
    stateReason = found.match(StateParts.REASON);
    retireBy = found.match(StateParts.DAY).orElse(null);
  }

  RegisteredModel toModel(List<Checkpoint> checkpoints) {
    ModelFacts facts = new ModelFacts(key(), origin(), run(), custody(), checkpoints, metrics);
    return new RegisteredModel(id, facts, toState(), registeredAt, changedAt);
  }

  private Custody custody() {
    return new Custody(
        Optional.ofNullable(owner),
        Optional.ofNullable(contact),
        Optional.ofNullable(environment).flatMap(Environment::findByLabel));
  }

  private TrainingRun run() {
    return new TrainingRun(
        Optional.ofNullable(job),
        Optional.ofNullable(method),
        Optional.ofNullable(seed),
        hyperparameters,
        Optional.ofNullable(trainedTokens),
        Optional.ofNullable(finishedAt),
        new Dataset(
            List.of(datasetFiles),
            Optional.ofNullable(datasetHash),
            Optional.ofNullable(datasetAudit).flatMap(DatasetVerdict::findByLabel)),
        new TrainingCost(money(costEstimated), money(costBilled)));
  }

  private Optional<Money> money(@Nullable BigDecimal amount) {
    return Optional.ofNullable(amount)
        .map(each -> new Money(Currency.getInstance(costCurrency), each));
  }

  private ModelState toState() {
    return ModelState.found(
        StateKind.findByLabel(state).orElseThrow(),
        new StateChange(stateSince, stateReason, Optional.ofNullable(retireBy)));
  }
}
