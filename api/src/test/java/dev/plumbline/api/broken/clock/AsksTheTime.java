package dev.plumbline.api.broken.clock;

import java.time.Instant;

/** Asks for the time by itself. */
class AsksTheTime {

  Instant moment() {
    return Instant.now();
  }
}
