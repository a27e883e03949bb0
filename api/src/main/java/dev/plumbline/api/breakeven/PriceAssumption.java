package dev.plumbline.api.breakeven;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.catalogue.ListPrice;
import java.util.List;

/**
 * A price that the answer rests on.
 *
 * @param side whose price it is
 * @param use what it is used for; differs from the row's component where nothing better is
 *     published
 * @param conflicts rows of other sources that claim another price
 * @param notes what had to be assumed to take this row
 */
record PriceAssumption(
    String side, String use, ListPrice row, List<ListPrice> conflicts, List<String> notes) {

  PriceAssumption {
    requireNonNull(side, "side");
    requireNonNull(use, "use");
    requireNonNull(row, "row");
    conflicts = List.copyOf(conflicts);
    notes = List.copyOf(notes);
  }
}
