package dev.plumbline.api.drift;

import dev.plumbline.api.probes.Target;
import dev.plumbline.api.web.Shown;
import dev.plumbline.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A target as its page shows it.
 *
 * @param spent this month, of the budget
 * @param share of the budget, in percent
 * @param facts of arms, for example what their endpoints refuse
 * @param next when something is asked next; empty when nothing is
 */
record TargetRow(
    UUID id,
    String name,
    String model,
    String arms,
    List<String> facts,
    String activity,
    List<Stand> stands,
    String spent,
    String budget,
    long share,
    Optional<String> next) {

  private static final Map<String, String> TONES =
      Map.of(
          "confirmed", "tone-bad",
          "suspected", "tone-care",
          "not_measurable", "tone-care",
          "gone", "tone-bad",
          "ok", "tone-good",
          "cleared", "tone-good");

  /** What is known of one kind of evidence. */
  record Stand(String evidence, String state, String tone, String reason, String since) {

    static Stand of(Standing standing) {
      return new Stand(
          standing.watch().words(),
          standing.state().replace('_', ' '),
          TargetRow.tone(standing.state()),
          standing.reason(),
          moment(standing.since()));
    }
  }

  static TargetRow of(Target target, List<Standing> standings, Money spent, Instant now) {
    Money budget = target.budget().perMonth();
    return new TargetRow(
        target.id(),
        target.name(),
        target.subject().arm().model(),
        String.join(
            ", ",
            target.arms().stream()
                .skip(1)
                .map(arm -> arm.arm().role().label() + " " + arm.arm().model())
                .toList()),
        target.arms().stream()
            .flatMap(arm -> arm.facts().stream().map(fact -> arm.arm().name() + ": " + fact))
            .toList(),
        target.startedAt().isEmpty()
            ? "not started"
            : target.pausedAt().isPresent() ? "paused" : "watched",
        standings.stream()
            .filter(each -> each.target().equals(target.id()) && each.epoch() == target.epoch())
            .map(Stand::of)
            .toList(),
        Shown.money(spent),
        Shown.money(budget),
        spent.amount().movePointRight(2).divideToIntegralValue(budget.amount()).longValue(),
        target.isActive() ? next(target, now) : Optional.empty());
  }

  private static Optional<String> next(Target target, Instant now) {
    return target.stages().stream()
        .map(stage -> end(stage.every(), now))
        .min(Instant::compareTo)
        .map(TargetRow::moment);
  }

  private static Instant end(Duration every, Instant now) {
    long length = every.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), length) + 1) * length);
  }

  static String tone(String state) {
    return TONES.getOrDefault(state, "tone-plain");
  }

  /** To the minute, UTC. */
  static String moment(Instant at) {
    return at.toString().substring(0, 16).replace('T', ' ');
  }
}
