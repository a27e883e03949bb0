package dev.plumbline.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When the next contact is asked: after two working days without an acknowledgement, or after four
 * hours when less than seven days are left.
 */
public final class Escalation {

  private static final int WORKING_DAYS = 2;
  private static final Duration SHORT = Duration.ofHours(4);
  private static final int NEAR_DAYS = 7;

  private Escalation() {}

  /** Empty for one that waits for nobody, or whose last contact is asked already. */
  public static Optional<Instant> dueAt(Alert alert, Instant now) {
    return alert.state() instanceof AlertState.Open open
            && alert.told()
            && open.level() + 1 < alert.condition().contacts().size()
        ? Optional.of(dueAt(alert, open, now))
        : Optional.empty();
  }

  private static Instant dueAt(Alert alert, AlertState.Open open, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean near =
        alert
            .condition()
            .deadline()
            .filter(deadline -> deadline.daysLeft(today) < NEAR_DAYS)
            .isPresent();
    return near
        ? open.waitingSince().plus(SHORT)
        : WorkingDays.after(open.waitingSince(), WORKING_DAYS);
  }

  /** The step to the next contact, when it is time. */
  public static Optional<AlertStep> of(Alert alert, Instant now) {
    return dueAt(alert, now).filter(due -> !due.isAfter(now)).flatMap(due -> alert.escalate(now));
  }
}
