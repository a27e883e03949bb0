package dev.plumbline.api.scenarios;

import dev.plumbline.pricing.catalogue.ListPrice;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that an answer rests on, with its evidence.
 *
 * @param subject what it is about, for example {@code base.prices.input}
 * @param value the figure or day that was used
 * @param kind where it comes from
 * @param priceRow id of the row of the catalogue
 * @param source who says so
 * @param seen day of the page or file version
 * @param note what a reader should know; empty when nothing
 */
public record Assumption(
    String subject,
    String value,
    String unit,
    Kind kind,
    Optional<String> priceRow,
    Optional<String> source,
    Optional<LocalDate> seen,
    String note) {

  /** Where an assumption comes from. */
  public enum Kind {
    /** Looked up in the price catalogue. */
    PRICE,
    /** Looked up in the calendar of shutdown dates. */
    DATE,
    /** Stated in the scenario. */
    GIVEN,
    /** Neither stated nor published: our own assumption. */
    ASSUMED
  }

  static Assumption ofPrice(String subject, ListPrice price, String note) {
    return new Assumption(
        subject,
        price.amount().toPlainString(),
        price.currency().getCurrencyCode() + " " + price.unit().label(),
        Kind.PRICE,
        Optional.of(price.id()),
        Optional.of(price.source().name()),
        price.seen(),
        note);
  }

  Assumption withValue(String other) {
    return new Assumption(subject, other, unit, kind, priceRow, source, seen, note);
  }

  static Assumption of(Kind kind, String subject, String value, String note) {
    return new Assumption(
        subject, value, "", kind, Optional.empty(), Optional.empty(), Optional.empty(), note);
  }
}
