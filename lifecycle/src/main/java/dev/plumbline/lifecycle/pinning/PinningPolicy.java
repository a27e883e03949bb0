package dev.plumbline.lifecycle.pinning;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of one environment. Every rule is asked, so a refusal names all its reasons.
 *
 * @param noMovingAlias whether names that a provider can move are refused
 * @param baseLivesDays how many days a model must still be callable; empty for no demand
 * @param rollback what a rollback target must be like; empty for no demand
 * @param evaluationBaseline whether the model must have been evaluated
 * @param fineTuneAgeDays how old a fine-tune may be, in days; empty for any age
 * @param approved models, and the bases of fine-tunes, that may be used; empty for all
 */
public record PinningPolicy(
    boolean noMovingAlias,
    Optional<Integer> baseLivesDays,
    Optional<RollbackDemand> rollback,
    boolean evaluationBaseline,
    Optional<Integer> fineTuneAgeDays,
    Optional<Set<ModelKey>> approved) {

  /** Nothing is refused. */
  public static final PinningPolicy OPEN =
      new PinningPolicy(
          false, Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

  private static final int LONGEST_DAYS = 3650;

  public PinningPolicy {
    baseLivesDays.ifPresent(days -> requireDays("base_lives_days", days));
    fineTuneAgeDays.ifPresent(days -> requireDays("fine_tune_age_days", days));
    requireNonNull(rollback, "rollback");
    approved = approved.map(keys -> Set.copyOf(new TreeSet<>(keys)));
  }

  /** What holds until somebody decides: production calls nothing that can move by itself. */
  public static PinningPolicy initial(Environment environment) {
    return environment == Environment.PRODUCTION
        ? new PinningPolicy(
            true, Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty())
        : OPEN;
  }

  static void requireDays(String name, int days) {
    if (days < 1 || days > LONGEST_DAYS) {
      throw new IllegalArgumentException(
          "%s is 1 to %d days, not %d".formatted(name, LONGEST_DAYS, days));
    }
  }

  /** The rules, in the order in which they are told. */
  List<PinningRule> rules() {
    List<PinningRule> rules = new ArrayList<>();
    if (noMovingAlias) {
      rules.add(new Rules.NoMovingAlias());
    }
    baseLivesDays.ifPresent(days -> rules.add(new Rules.BaseLives(days)));
    rollback.ifPresent(demand -> rules.add(new Rules.RollbackIsVerified(demand)));
    if (evaluationBaseline) {
      rules.add(new Rules.HasBaseline());
    }
    fineTuneAgeDays.ifPresent(days -> rules.add(new Rules.FineTuneAge(days)));
    approved.ifPresent(keys -> rules.add(new Rules.Approved(keys)));
    return rules;
  }

  /** Everything that stands against the request, waivers aside. */
  public List<Objection> objections(PinRequest request) {
    return rules().stream()
        .flatMap(
            rule ->
                rule.objection(request).map(reason -> new Objection(rule.name(), reason)).stream())
        .toList();
  }

  /** Whether the pin may be set: every objection needs a waiver that holds at that moment. */
  public PinVerdict verdict(PinRequest request, Collection<Waiver> waivers) {
    List<Objection> left = new ArrayList<>();
    List<PinVerdict.Waived> waived = new ArrayList<>();
    for (Objection objection : objections(request)) {
      Optional<Waiver> waiver =
          waivers.stream().filter(each -> each.covers(objection.rule(), request)).findFirst();
      waiver.ifPresentOrElse(
          each -> waived.add(new PinVerdict.Waived(objection, each)), () -> left.add(objection));
    }
    return left.isEmpty() ? new PinVerdict.Allowed(waived) : new PinVerdict.Refused(left, waived);
  }
}
