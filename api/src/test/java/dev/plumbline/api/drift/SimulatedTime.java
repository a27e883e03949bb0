package dev.plumbline.api.drift;

import dev.plumbline.api.time.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a story moves, and that goes on by as much as simulated answers take. */
final class SimulatedTime extends Clock implements Ticker {

  private Instant now;

  SimulatedTime(Instant start) {
    this.now = start;
  }

  synchronized void moveTo(Instant moment) {
    now = moment;
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public Duration now() {
    return Duration.between(Instant.EPOCH, instant());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("everything is in UTC");
  }
}
