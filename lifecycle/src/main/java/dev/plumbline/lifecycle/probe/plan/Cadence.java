package dev.plumbline.lifecycle.probe.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often. */
public enum Cadence {
  HOURLY(8_760, Duration.ofHours(1)),
  DAILY(365, Duration.ofDays(1)),
  WEEKLY(52, Duration.ofDays(7));

  private final int cyclesPerYear;
  private final Duration every;

  Cadence(int cyclesPerYear, Duration every) {
    this.cyclesPerYear = cyclesPerYear;
    this.every = every;
  }

  public int cyclesPerYear() {
    return cyclesPerYear;
  }

  public Duration every() {
    return every;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Cadence> find(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }
}
