package dev.plumbline.lifecycle.deprecation.eligibility;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How a provider sees an organisation on a day, with the evidence for it. What nobody knows is
 * {@link CustomerClass#UNKNOWN}, never {@link CustomerClass#ACTIVE}.
 *
 * @param reason the verdict in a sentence
 */
public record Eligibility(
    CustomerClass customer, TuningEvidence evidence, LocalDate day, String reason) {

  public Eligibility {
    requireNonNull(customer, "customer");
    requireNonNull(evidence, "evidence");
    requireNonNull(day, "day");
    requireNonNull(reason, "reason");
  }

  public static Eligibility of(Provider provider, TuningEvidence evidence, LocalDate day) {
    if (evidence.firstJob().isEmpty()) {
      return evidence.complete()
          ? new Eligibility(
              CustomerClass.NEVER_TUNED, evidence, day, "no fine-tuning job was ever run")
          : unknown(evidence, day, "no fine-tuning job is known, but not everything was read");
    }
    return IdleRules.bundled()
        .find(provider, Optional.empty(), IdleRule.Consequence.TRAINING_ENDS)
        .map(rule -> byLastCall(rule.idle(), evidence, day))
        .orElseGet(
            () ->
                new Eligibility(
                    CustomerClass.ACTIVE,
                    evidence,
                    day,
                    "has run fine-tuning jobs since " + evidence.firstJob().get()));
  }

  private static Eligibility byLastCall(Duration idle, TuningEvidence evidence, LocalDate day) {
    Optional<LocalDate> last = evidence.lastTunedCall();
    boolean recent =
        last.map(call -> ChronoUnit.DAYS.between(call, day) <= idle.toDays()).orElse(false);
    if (recent) {
      return new Eligibility(
          CustomerClass.ACTIVE, evidence, day, "a fine-tune was called on " + last.orElse(day));
    }
    String idleFor =
        last.map(call -> "no fine-tune was called since " + call)
            .orElse("no call of a fine-tune is known");
    return evidence.complete()
        ? new Eligibility(CustomerClass.TUNED_BUT_IDLE, evidence, day, idleFor)
        : unknown(evidence, day, idleFor + ", but not everything was read");
  }

  private static Eligibility unknown(TuningEvidence evidence, LocalDate day, String reason) {
    return new Eligibility(CustomerClass.UNKNOWN, evidence, day, reason);
  }
}
