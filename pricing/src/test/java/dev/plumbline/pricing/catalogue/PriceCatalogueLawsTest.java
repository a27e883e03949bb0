package dev.plumbline.pricing.catalogue;

import static dev.plumbline.pricing.catalogue.PriceRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The index answers what a search through all rows answers. */
class PriceCatalogueLawsTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

  /** Prices of one source: each holds from its day until the next one. */
  record History(Source.Kind kind, List<Integer> days, int lastDay) {

    List<ListPrice> rows() {
      List<ListPrice> rows = new ArrayList<>();
      List<Integer> sorted = days.stream().distinct().sorted().toList();
      for (int i = 0; i < sorted.size(); i++) {
        int end = i + 1 < sorted.size() ? sorted.get(i + 1) : lastDay;
        if (end > sorted.get(i)) {
          rows.add(
              row()
                  .costs(Integer.toString(1 + i))
                  .from(FIRST.plusDays(sorted.get(i)).toString())
                  .to(FIRST.plusDays(end).toString())
                  .says(kind.name(), kind)
                  .build());
        }
      }
      return rows;
    }
  }

  @Provide
  static Arbitrary<List<ListPrice>> sources() {
    Arbitrary<List<Integer>> days = Arbitraries.integers().between(0, 60).list().ofMaxSize(5);
    Arbitrary<History> history =
        Combinators.combine(
                Arbitraries.of(Source.Kind.class), days, Arbitraries.integers().between(61, 80))
            .as(History::new);
    return history
        .list()
        .uniqueElements(History::kind)
        .ofMaxSize(5)
        .map(all -> all.stream().flatMap(one -> one.rows().stream()).toList());
  }

  @Property
  void theIndexFindsWhatASearchThroughAllRowsFinds(
      @ForAll("sources") List<ListPrice> rows, @ForAll @IntRange(min = -5, max = 90) int day) {
    LocalDate date = FIRST.plusDays(day);
    PriceQuestion question =
        PriceQuestion.of(
            Provider.of("acme"),
            "m",
            Component.INPUT,
            date.atTime(13, 0).toInstant(ZoneOffset.UTC));

    Optional<ListPrice> found =
        PriceCatalogue.of(rows).find(question).findFound().map(PriceLookup.Found::price);

    assertThat(found).isEqualTo(searched(rows, date));
  }

  private static Optional<ListPrice> searched(List<ListPrice> rows, LocalDate date) {
    return rows.stream()
        .filter(row -> !date.isBefore(row.validFrom().day().orElseThrow()))
        .filter(row -> date.isBefore(row.validTo().orElseThrow()))
        .min(SourceOrder.BEST_FIRST);
  }
}
