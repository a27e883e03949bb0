package dev.plumbline.pricing.catalogue;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Source;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who says so, seen when, and how surely.
 *
 * @param seen day of the page or file version; empty when the source is undated
 * @param remark what a reader should know; empty when nothing
 */
public record PriceSource(
    Source source, Optional<LocalDate> seen, PriceCertainty certainty, String remark) {

  public PriceSource {
    requireNonNull(source, "source");
    requireNonNull(seen, "seen");
    requireNonNull(certainty, "certainty");
    requireNonNull(remark, "remark");
  }
}
