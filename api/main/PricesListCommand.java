package dev.plumbline.api.cli;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Price rows, filtered. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List published prices with their sources and the rows that contradict them.")
final class PricesListCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FormatOption format;
  @Mixin private PriceFilter filter;

  PricesListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PriceCatalogue catalogue = PriceCatalogue.bundled();
    List<ListPrice> rows = filter.select(catalogue.believed());
    Output output = format.output();
    output.table(new PriceRowTable(catalogue).of(rows));
    if (rows.isEmpty()) {
      surroundings.say("plumbline: no price row matches; leave an option out or use * in --model");
    }
    output.sentence("");
    output.sentence("%d rows of catalogue %s".formatted(rows.size(), catalogue.version()));
    return ExitCode.OK.code();
  }
}
