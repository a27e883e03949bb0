package dev.plumbline.api.cli;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How prices changed, the rows no longer believed included. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = {
      "Show how prices changed, by model and component in the order of time, rows that are no",
      "longer believed included."
    })
final class PricesHistoryCommand implements Callable<Integer> {

  private static final Comparator<ListPrice> IN_TIME =
      Comparator.comparing(ListPrice::provider)
          .thenComparing(ListPrice::model)
          .thenComparing(ListPrice::fineTuned)
          .thenComparing(ListPrice::component)
          .thenComparing(ListPrice::tier)
          .thenComparing(ListPrice::variant)
          .thenComparing(row -> row.contextAbove().orElse(0))
          .thenComparing(row -> row.validFrom().day().orElse(LocalDate.MIN))
          .thenComparing(ListPrice::recordedAt)
          .thenComparing(ListPrice::id);

  private final Surroundings surroundings;

  @Mixin private FormatOption format;
  @Mixin private PriceFilter filter;

  PricesHistoryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PriceCatalogue catalogue = PriceCatalogue.bundled();
    List<ListPrice> rows = filter.select(catalogue.rows()).stream().sorted(IN_TIME).toList();
    format.output().table(new PriceRowTable(catalogue).of(rows));
    if (rows.isEmpty()) {
      surroundings.say("plumbline: no price row matches; leave an option out or use * in --model");
    }
    return ExitCode.OK.code();
  }
}
