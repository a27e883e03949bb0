package dev.plumbline.api.database;

import java.time.Duration;

/** Waiting. */
final class Pause {

  private Pause() {}

  static void of(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while waiting for PostgreSQL", e);
    }
  }
}
