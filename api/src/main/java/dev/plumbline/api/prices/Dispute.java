package dev.plumbline.api.prices;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two sources, two prices for the same thing: which one is used, and why.
 *
 * @param used the row that amounts are computed with
 * @param other the row that contradicts it
 */
public record Dispute(PriceRowView used, PriceRowView other, String why) {

  /** The disputes of a row, each decided by asking the catalogue itself. */
  static List<Dispute> of(ListPrice row, List<ListPrice> contradicting, PriceCatalogue catalogue) {
    return contradicting.stream().map(other -> decide(row, other, catalogue)).toList();
  }

  private static Dispute decide(ListPrice row, ListPrice other, PriceCatalogue catalogue) {
    boolean otherWins =
        answer(row, other, catalogue)
            .map(found -> found.price().id().equals(other.id()))
            .orElse(false);
    ListPrice used = otherWins ? other : row;
    ListPrice unused = otherWins ? row : other;
    return new Dispute(
        PriceRowView.of(used, true),
        PriceRowView.of(unused, true),
        PriceConflicts.why(used, unused));
  }

  private static Optional<Found> answer(ListPrice row, ListPrice other, PriceCatalogue catalogue) {
    LocalDate both =
        Stream.of(row, other)
            .flatMap(each -> each.validFrom().day().stream())
            .max(LocalDate::compareTo)
            .or(() -> row.validTo().map(to -> to.minusDays(1)))
            .orElse(LocalDate.of(2026, 1, 1));
    PriceQuestion question =
        PriceQuestion.of(
                row.provider(),
                row.model(),
                row.component(),
                both.atStartOfDay(ZoneOffset.UTC).plusHours(12).toInstant())
            .ofFineTune(row.fineTuned())
            .inTier(row.tier())
            .forVariant(row.variant())
            .withContext(row.contextAbove().isPresent() ? row.contextAbove().getAsLong() + 1 : 0);
    return catalogue.find(question).findFound();
  }
}
