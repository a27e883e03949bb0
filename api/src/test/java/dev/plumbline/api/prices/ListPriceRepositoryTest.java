package dev.plumbline.api.prices;

import static dev.plumbline.api.prices.SomePrices.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.database.Connections;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListPriceRepositoryTest {

  @Inject ListPriceRepository prices;
  @Inject CurrentPrices current;
  @Inject AgroalDataSource database;

  @AfterEach
  void believeWhatShipsAgain() {
    prices.importAll(PriceCatalogue.bundled(), "bundled");
    current.refresh();
  }

  @Test
  void whatShipsIsThereAfterTheStartToTheLastDigit() {
    assertThat(believed(prices.all())).containsExactlyInAnyOrderElementsOf(idsOfBundled());
    assertThat(current.catalogue().believed()).hasSameSizeAs(PriceCatalogue.bundled().believed());
  }

  @Test
  void theSameContentChangesNothing() {
    List<ListPrice> before = prices.all();

    assertThat(prices.importAll(PriceCatalogue.bundled(), "bundled")).isEmpty();
    assertThat(prices.all()).isEqualTo(before);
  }

  @Test
  void aChangedPriceIsClosedAndWhatWeThoughtBeforeStaysKnown() {
    prices.importAll(with(price("imagined", "1")), "test");
    Instant between = prices.imports(0, 1).get(0).importedAt;
    CatalogueImportEntity second =
        prices.importAll(with(price("imagined", "2")), "test").orElseThrow();

    assertThat(second.changed).isEqualTo(1);
    assertThat(second.closed).isZero();
    List<ListPrice> rows = ofModel("imagined");
    assertThat(amounts(believedRows(rows))).containsExactly("2");
    PriceCatalogue then = PriceCatalogue.of(rows).asKnownAt(between);
    assertThat(amounts(then.rows())).containsExactly("1");
  }

  @Test
  void instancesThatImportAtTheSameMomentLeaveOneResult() {
    PriceCatalogue news = with(price("imagined-by-many", "7"));

    List<CompletableFuture<Optional<CatalogueImportEntity>>> instances =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> prices.importAll(news, "test")))
            .toList();
    long imports = instances.stream().filter(one -> one.join().isPresent()).count();

    assertThat(imports).isEqualTo(1);
    assertThat(believedRows(ofModel("imagined-by-many"))).hasSize(1);
  }

  @Test
  void oneSourceCannotContradictItselfEvenWithoutOurCode() {
    prices.importAll(with(price("imagined-twice", "1")), "test");

    assertThatThrownBy(
            () ->
                execute(
                    """
                    insert into list_price select gen_random_uuid(), 'other', import_id, provider, model,
                      fine_tuned, component, tier, variant, context_above, amount + 1, unit, currency,
                      valid_from + 10, true, valid_to, recorded_at, superseded_at, source_name,
                      source_kind, source_seen, certainty, remark
                    from list_price where model = 'imagined-twice'"""))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("list_price_no_overlap");
  }

  @Test
  void aStoredPriceIsNeverChanged() {
    for (String attempt :
        List.of(
            "update list_price set amount = 0",
            "delete from list_price",
            "truncate list_price",
            "update catalogue_import set added = 0")) {
      assertThatThrownBy(() -> execute(attempt))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> executeAsOwner(attempt))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
  }

  private static void executeAsOwner(String sql) throws SQLException {
    try (Connection connection = Connections.owner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static PriceCatalogue with(ListPrice price) {
    List<ListPrice> rows = new ArrayList<>(PriceCatalogue.bundled().rows());
    rows.add(price);
    return PriceCatalogue.of(rows);
  }

  private List<ListPrice> ofModel(String model) {
    return prices.all().stream().filter(row -> row.model().equals(model)).toList();
  }

  private static List<ListPrice> believedRows(List<ListPrice> rows) {
    return rows.stream().filter(row -> row.supersededAt().isEmpty()).toList();
  }

  private static List<String> believed(List<ListPrice> rows) {
    return believedRows(rows).stream().map(row -> row.id() + row.rate()).toList();
  }

  private static List<String> idsOfBundled() {
    return PriceCatalogue.bundled().believed().stream().map(row -> row.id() + row.rate()).toList();
  }

  private static List<String> amounts(List<ListPrice> rows) {
    return rows.stream().map(row -> row.amount().toPlainString()).toList();
  }
}
