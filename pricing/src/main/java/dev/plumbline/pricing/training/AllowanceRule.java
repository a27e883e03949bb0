package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What the announcements of free training tokens leave open.
 *
 * @param endDayCounts whether tokens are free on the last day named
 * @param zone whose midnight ends a day
 */
public record AllowanceRule(boolean endDayCounts, ZoneId zone) {

  /** The end day counts, and days are UTC. */
  public static final AllowanceRule USUAL = new AllowanceRule(true, ZoneOffset.UTC);

  public AllowanceRule {
    requireNonNull(zone, "zone");
  }
}
