package dev.plumbline.api.probes;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.impact.Traffic;
import dev.plumbline.lifecycle.probe.plan.ProbeBudget;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code drift_target}. */
@Entity
@DynamicUpdate // the application may write only the columns that a change is about
@Table(name = "drift_target")
@IdClass(RowKey.class)
class TargetEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String name;
  UUID suiteId;
  String perMonth;
  String currency;
  String falsePages;
  int fleet;
  boolean keepText;
  int concurrency;
  int callsPerMinute;
  long seed;
  int epoch;
  Instant epochAt;
  String createdBy;
  Instant createdAt;
  @Nullable Instant startedAt;
  @Nullable Instant pausedAt;
  @Nullable Long requestsPerMonth;
  @Nullable Long inputTokens;
  @Nullable Long outputTokens;

  ProbeBudget budget() {
    return new ProbeBudget(
        Money.of(Currency.getInstance(currency), perMonth), new BigDecimal(falsePages), fleet);
  }

  Target toTarget(List<Target.TargetArm> arms, List<Target.Stage> stages) {
    return new Target(
        id,
        name,
        suiteId,
        budget(),
        arms,
        stages,
        keepText,
        new Target.Pace(concurrency, callsPerMinute),
        seed,
        epoch,
        epochAt,
        createdAt,
        Optional.ofNullable(startedAt),
        Optional.ofNullable(pausedAt),
        Optional.ofNullable(requestsPerMonth)
            .map(
                requests ->
                    new Traffic(
                        requests,
                        Optional.ofNullable(inputTokens),
                        Optional.ofNullable(outputTokens))));
  }

  void enter(Traffic traffic) {
    requestsPerMonth = traffic.requestsPerMonth();
    inputTokens = traffic.inputTokens().orElse(null);
    outputTokens = traffic.outputTokens().orElse(null);
  }
}
