package dev.plumbline.api.notifications;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt to deliver. */
sealed interface Attempt {

  record Delivered(int status) implements Attempt {}

  /**
   * It may succeed later.
   *
   * @param status 0 without an answer
   * @param asked how long the other side asks us to wait
   */
  record Postponed(int status, String why, Optional<Duration> asked) implements Attempt {}

  /** It never will, as it is: the other side refuses this very message. */
  record Rejected(int status, String why) implements Attempt {}

  /** The channel itself is gone: nothing will be delivered until somebody repairs it. */
  record Gone(int status, String why) implements Attempt {}

  /** One answer for each case. */
  interface Cases<R> {
    R delivered(Delivered delivered);

    R postponed(Postponed postponed);

    R rejected(Rejected rejected);

    R gone(Gone gone);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Delivered delivered) {
      return cases.delivered(delivered);
    }
    if (this instanceof Postponed postponed) {
      return cases.postponed(postponed);
    }
    return this instanceof Rejected rejected ? cases.rejected(rejected) : cases.gone((Gone) this);
  }
}
