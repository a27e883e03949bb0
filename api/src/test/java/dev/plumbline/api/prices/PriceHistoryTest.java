package dev.plumbline.api.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void contradictingSourcesAreColumnsOfTheirOwn() {
    List<ListPrice> believed = PriceCatalogue.bundled().believed();
    PriceConflicts conflicts = new PriceConflicts(believed);
    ListPrice contested = believed.stream().filter(conflicts::has).findFirst().orElseThrow();
    List<ListPrice> same =
        believed.stream().filter(row -> row.key().equals(contested.key())).toList();

    PriceHistory history = PriceHistory.of(same, TODAY);

    assertThat(history.sources()).hasSizeGreaterThan(1);
    assertThat(history.days())
        .allSatisfy(day -> assertThat(day.claims()).hasSameSizeAs(history.sources()));
  }

  @Test
  void theRowThatTheCatalogueAnswersWithIsTheUsedOne() {
    PriceCatalogue catalogue = PriceCatalogue.bundled();
    PriceConflicts conflicts = new PriceConflicts(catalogue.believed());

    for (ListPrice row : catalogue.believed().stream().filter(conflicts::has).toList()) {
      for (Dispute dispute : Dispute.of(row, conflicts.with(row), catalogue)) {
        assertThat(dispute.used().amount()).isNotEqualTo(dispute.other().amount());
        assertThat(dispute.why()).startsWith("Used because");
      }
    }
  }

  @Test
  void anOpenPriceReachesToday() {
    ListPrice open =
        PriceCatalogue.bundled().believed().stream()
            .filter(row -> row.validTo().isEmpty() && row.validFrom().day().isPresent())
            .findFirst()
            .orElseThrow();

    PriceHistory history = PriceHistory.of(List.of(open), TODAY);

    assertThat(history.days().get(history.days().size() - 1).day()).isEqualTo(TODAY);
    assertThat(history.isDrawable()).isTrue();
  }
}
