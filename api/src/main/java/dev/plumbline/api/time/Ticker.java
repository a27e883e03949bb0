package dev.plumbline.api.time;

import java.time.Duration;

/** Time that only goes forward, to measure how long something takes. */
@FunctionalInterface
public interface Ticker {

  /** Since some moment, always the same one. */
  Duration now();
}
