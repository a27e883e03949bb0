package dev.plumbline.api.providers;

import java.time.Duration;

/** How somebody waits before trying again; a test does not. */
@FunctionalInterface
public interface Pause {

  void sleep(Duration time);

  /** By the clock of the machine; ends at once when the thread is interrupted. */
  static Pause ofThread() {
    return time -> {
      try {
        Thread.sleep(time.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
