package dev.plumbline.api.prices;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.pricing.cost.RequestCosts;
import dev.plumbline.pricing.override.PriceOverrides;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The own prices of one organisation, kept in memory. Those who ask at the same moment wait for one
 * look into the database; other organisations do not.
 */
final class OwnPrices {

  private final Organisation organisation;
  private final OverrideRepository stored;
  private volatile @Nullable Known known;
  private volatile Instant asked;

  OwnPrices(Organisation organisation, OverrideRepository stored, Instant now) {
    this.organisation = organisation;
    this.stored = stored;
    this.asked = now;
  }

  /**
   * @param revision what the database said its state was, before the rows were read
   * @param list the costs by list prices alone, on which these rest
   */
  private record Known(
      PriceOverrides overrides,
      RequestCosts costs,
      RequestCosts list,
      String revision,
      Instant checked) {

    Known on(RequestCosts newer, Instant moment) {
      return new Known(overrides, newer.with(overrides), newer, revision, moment);
    }
  }

  Instant asked() {
    return asked;
  }

  PriceOverrides overrides(RequestCosts list, Instant now, Duration age) {
    return known(list, now, age).overrides();
  }

  RequestCosts costs(RequestCosts list, Instant now, Duration age) {
    return known(list, now, age).costs();
  }

  private Known known(RequestCosts list, Instant now, Duration age) {
    asked = now;
    Known seen = known;
    if (seen != null && seen.list() == list && seen.checked().plus(age).isAfter(now)) {
      return seen;
    }
    return read(list, now, age);
  }

  private synchronized Known read(RequestCosts list, Instant now, Duration age) {
    Known seen = known;
    if (seen != null && seen.checked().plus(age).isAfter(now)) { // somebody else has just looked
      return keep(seen.on(list, seen.checked()));
    }
    String revision = stored.revision(organisation);
    if (seen != null && seen.revision().equals(revision)) {
      return keep(seen.on(list, now));
    }
    PriceOverrides overrides = stored.believed(organisation);
    return keep(new Known(overrides, list.with(overrides), list, revision, now));
  }

  private Known keep(Known read) {
    known = read;
    return read;
  }

  /** The next who asks looks into the database. */
  synchronized void forget() {
    known = null;
  }
}
