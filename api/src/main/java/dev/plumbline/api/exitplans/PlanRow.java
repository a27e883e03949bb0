package dev.plumbline.api.exitplans;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a row of the portfolio, and the head of its own page.
 *
 * @param tone good, care or bad, by how urgent it is
 * @param sentence how long there is, and until when to begin
 */
public record PlanRow(
    String id,
    String model,
    String provider,
    String owner,
    String status,
    String daysLeft,
    String lastSafeDay,
    String monthlySpend,
    String goldenSet,
    String latestStart,
    String tone,
    String sentence,
    String blockedBy) {

  private static final long NEAR = 60;

  static PlanRow of(PlanView plan) {
    Optional<Long> left = Optional.ofNullable(plan.inference().daysLeft());
    return new PlanRow(
        String.valueOf(plan.id()),
        plan.model(),
        plan.provider(),
        Optional.ofNullable(plan.owner()).orElse(""),
        plan.status().replace('_', ' '),
        left.map(days -> days > 0 ? Long.toString(days) : "over").orElse("unknown"),
        text(plan.inference().lastSafeDay()),
        plan.value().monthlySpend().shown(),
        plan.goldenSet().status(),
        text(plan.schedule().latestStart()),
        tone(plan, left),
        sentence(plan, left),
        plan.blockedBy().stream().findFirst().orElse(""));
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "unknown" : day.toString();
  }

  private static String tone(PlanView plan, Optional<Long> left) {
    if (plan.status().equals("closed") || plan.status().equals("switched")) {
      return "good";
    }
    boolean late =
        Optional.ofNullable(plan.schedule().daysToLatestStart())
            .filter(days -> days < 0)
            .isPresent();
    if (late || left.filter(days -> days <= 0).isPresent()) {
      return "bad";
    }
    return left.map(days -> days < NEAR ? "care" : "good").orElse("care");
  }

  private static String sentence(PlanView plan, Optional<Long> left) {
    if (left.isEmpty()) {
      return "Nobody knows until when it can be called.";
    }
    if (left.get() <= 0) {
      return "It can no longer be called since %s.".formatted(plan.inference().end());
    }
    return "%d days left: the last safe day is %s. A plan of %d days has to begin by %s."
        .formatted(
            left.get(),
            plan.inference().lastSafeDay(),
            plan.schedule().durationDays(),
            text(plan.schedule().latestStart()));
  }
}
