package dev.plumbline.lifecycle.pinning;

import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** The rules themselves, a few lines each. */
final class Rules {

  private Rules() {}

  /** A name that the provider can move changes what is called without a change of ours. */
  record NoMovingAlias() implements PinningRule {

    @Override
    public RuleName name() {
      return RuleName.NO_MOVING_ALIAS;
    }

    @Override
    public Optional<String> objection(PinRequest request) {
      PinTarget target = request.target();
      if (!target.alias()) {
        return Optional.empty();
      }
      String now =
          target.meaning().map(means -> "; it means " + means.snapshot() + " today").orElse("");
      return Optional.of(
          "%s is an alias that the provider can move%s".formatted(target.key().model(), now));
    }
  }

  /** An unknown end is no objection where the base is known: no source announced one. */
  record BaseLives(int days) implements PinningRule {

    @Override
    public RuleName name() {
      return RuleName.BASE_LIVES;
    }

    @Override
    public Optional<String> objection(PinRequest request) {
      PinTarget target = request.target();
      if (target.end().isPresent()) {
        return tooSoon(target.end().get(), request.today())
            .map(left -> "%s %s, %d are needed".formatted(target.key().model(), left, days));
      }
      return target.base().isPresent()
          ? Optional.empty()
          : Optional.of(
              "nobody knows the base of %s, and so not how long it lives"
                  .formatted(target.key().model()));
    }

    private Optional<String> tooSoon(LocalDate end, LocalDate today) {
      long left = ChronoUnit.DAYS.between(today, end);
      if (left >= days) {
        return Optional.empty();
      }
      return Optional.of(
          left < 1 ? "ended on " + end : "ends on %s, in %d days".formatted(end, left));
    }
  }

  /** Going back needs something that answers now and will for a while. */
  record RollbackIsVerified(RollbackDemand demand) implements PinningRule {

    @Override
    public RuleName name() {
      return RuleName.ROLLBACK_TARGET;
    }

    @Override
    public Optional<String> objection(PinRequest request) {
      return request
          .rollback()
          .match(
              new RollbackTarget.Cases<>() {
                @Override
                public Optional<String> none(RollbackTarget.None none) {
                  return Optional.of("there is no model to go back to: name a rollback target");
                }

                @Override
                public Optional<String> unverified(RollbackTarget.Unverified target) {
                  return Optional.of(
                      "nobody has seen the rollback target %s answer: record a call as evidence"
                          .formatted(target.key().model()));
                }

                @Override
                public Optional<String> verified(RollbackTarget.Verified target) {
                  return objection(target, request);
                }
              });
    }

    private Optional<String> objection(RollbackTarget.Verified target, PinRequest request) {
      if (Duration.between(target.at(), request.at()).toDays() >= demand.verifiedDays()) {
        return Optional.of(
            "the rollback target %s was last seen to answer on %s, more than %d days ago"
                .formatted(
                    target.key().model(),
                    LocalDate.ofInstant(target.at(), ZoneOffset.UTC),
                    demand.verifiedDays()));
      }
      return target
          .end()
          .filter(end -> end.isBefore(request.today().plusDays(demand.livesDays())))
          .map(
              end ->
                  "the rollback target %s ends on %s, less than %d days from now"
                      .formatted(target.key().model(), end, demand.livesDays()));
    }
  }

  /** Without an evaluation nobody can say later whether the model became worse. */
  record HasBaseline() implements PinningRule {

    @Override
    public RuleName name() {
      return RuleName.EVALUATION_BASELINE;
    }

    @Override
    public Optional<String> objection(PinRequest request) {
      return request.evaluatedAt().filter(when -> !when.isAfter(request.at())).isPresent()
          ? Optional.empty()
          : Optional.of(
              "%s has no evaluation baseline: record one as evidence"
                  .formatted(request.target().key().model()));
    }
  }

  /** A base or an alias has no age of ours. */
  record FineTuneAge(int days) implements PinningRule {

    @Override
    public RuleName name() {
      return RuleName.FINE_TUNE_AGE;
    }

    @Override
    public Optional<String> objection(PinRequest request) {
      PinTarget target = request.target();
      if (!target.fineTuned()) {
        return Optional.empty();
      }
      if (target.trainedOn().isEmpty()) {
        return Optional.of(
            "nobody knows when %s was trained: register it with the end of its job"
                .formatted(target.key().model()));
      }
      long age = ChronoUnit.DAYS.between(target.trainedOn().get(), request.today());
      return age <= days
          ? Optional.empty()
          : Optional.of(
              "%s was trained %d days ago, %d are allowed"
                  .formatted(target.key().model(), age, days));
    }
  }

  /** A fine-tune is approved with its base. */
  record Approved(Set<ModelKey> keys) implements PinningRule {

    @Override
    public RuleName name() {
      return RuleName.APPROVED_MODELS;
    }

    @Override
    public Optional<String> objection(PinRequest request) {
      PinTarget target = request.target();
      boolean byBase = target.fineTuned() && target.baseKey().filter(keys::contains).isPresent();
      return keys.contains(target.key()) || byBase
          ? Optional.empty()
          : Optional.of(
              "%s is not approved for %s"
                  .formatted(target.key().model(), request.environment().label()));
    }
  }
}
