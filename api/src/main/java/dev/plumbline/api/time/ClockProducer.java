package dev.plumbline.api.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives everybody the same clock, so that a test can give another one. */
@ApplicationScoped
public class ClockProducer {

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.systemUTC();
  }

  /** The clock of commands that run without a container. */
  public static Clock offline() {
    return Clock.systemUTC();
  }
}
