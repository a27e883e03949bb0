package dev.plumbline.api.prices;

import static dev.plumbline.api.prices.SomePrices.RECORDED;
import static dev.plumbline.api.prices.SomePrices.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pricing.catalogue.ListPrice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportPlanTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @Test
  void aNewInstallationTakesEverythingAsTheFileRecordedIt() {
    ImportPlan plan = ImportPlan.of(List.of(), List.of(price("a", "1"), price("b", "2")), NOW);

    assertThat(plan.counts()).isEqualTo(new ImportPlan.Counts(2, 0, 0, 0));
    assertThat(plan.adding()).allMatch(row -> row.recordedAt().equals(RECORDED));
  }

  @Test
  void theSameContentNeedsNothing() {
    List<ListPrice> rows = List.of(price("a", "1"));

    ImportPlan plan = ImportPlan.of(rows, rows, NOW);

    assertThat(plan.closing()).isEmpty();
    assertThat(plan.adding()).isEmpty();
    assertThat(plan.counts()).isEqualTo(new ImportPlan.Counts(0, 0, 0, 1));
  }

  @Test
  void aCorrectionClosesWhatWasBelievedAndBeginsNow() {
    ImportPlan plan = ImportPlan.of(List.of(price("a", "1")), List.of(price("a", "3")), NOW);

    assertThat(plan.closing()).containsExactly(price("a", "1"));
    assertThat(plan.adding()).singleElement().matches(row -> row.recordedAt().equals(NOW));
    assertThat(plan.counts()).isEqualTo(new ImportPlan.Counts(0, 1, 0, 0));
  }

  @Test
  void aPriceChangeKeepsTheOldPriceForTheTimeBefore() {
    ListPrice before = price("a", "1", "2026-01-01", Optional.of("2026-12-01"));
    ListPrice after = price("a", "2", "2026-12-01", Optional.empty());

    ImportPlan plan = ImportPlan.of(List.of(price("a", "1")), List.of(before, after), NOW);

    assertThat(plan.closing()).containsExactly(price("a", "1"));
    assertThat(plan.adding())
        .extracting(row -> row.amount().toPlainString() + " " + row.period())
        .containsExactly("1 2026-01-01 to 2026-12-01", "2 2026-12-01 to open");
    assertThat(plan.counts()).isEqualTo(new ImportPlan.Counts(0, 2, 0, 0));
  }

  @Test
  void aPriceThatIsNoLongerThereIsClosed() {
    ImportPlan plan =
        ImportPlan.of(List.of(price("a", "1"), price("b", "2")), List.of(price("b", "2")), NOW);

    assertThat(plan.closing()).containsExactly(price("a", "1"));
    assertThat(plan.counts()).isEqualTo(new ImportPlan.Counts(0, 0, 1, 1));
  }

  @Test
  void whatTheFileNoLongerBelievesIsKeptAsHistoryOfANewInstallation() {
    ListPrice mistake = price("a", "9").supersededAt(RECORDED.plusSeconds(60));

    assertThat(ImportPlan.of(List.of(), List.of(mistake), NOW).adding()).containsExactly(mistake);
    assertThat(ImportPlan.of(List.of(price("a", "9")), List.of(mistake), NOW).closing())
        .containsExactly(price("a", "9"));
  }
}
