package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import java.util.List;

/**
 * What a check of one organisation's trail found.
 *
 * @param entries that were read
 * @param number of the last one; 0 when there is none
 * @param hash of the last one, in hexadecimal digits
 * @param heads exported ones that the entries agree with
 * @param confirmedTo number up to which an exported head proves that nothing was rewritten; 0
 *     without one
 * @param found by entry; at most {@link ChainCheck#MOST_FOUND}
 * @param foundInAll also those that are not listed
 */
public record TrailReport(
    Organisation organisation,
    long entries,
    long number,
    String hash,
    int heads,
    long confirmedTo,
    List<Tampering> found,
    long foundInAll) {

  public TrailReport {
    requireNonNull(organisation, "organisation");
    requireNonNull(hash, "hash");
    found = List.copyOf(found);
  }

  public boolean isIntact() {
    return foundInAll == 0;
  }
}
