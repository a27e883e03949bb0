package dev.plumbline.api.cli;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Single price rows, as a cost names them. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show price rows by id, as a cost names them, with the rows that contradict them.")
final class PricesShowCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @Parameters(arity = "1..*", paramLabel = "PRICE_ROW", description = "Ids of price rows.")
  private List<String> ids;

  PricesShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PriceCatalogue catalogue = PriceCatalogue.bundled();
    PriceRowTable table = new PriceRowTable(catalogue);
    List<ListPrice> found = new ArrayList<>();
    for (String id : ids) {
      List<ListPrice> rows =
          catalogue.rows().stream().filter(row -> row.id().equals(id)).toList();
      if (rows.isEmpty()) {
        surroundings.say("plumbline: there is no price row %s; see `plumbline prices list`".formatted(id));
      }
      found.addAll(rows);
    }
    if (found.size() == 1 && ids.size() == 1) {
      format.output().record(table.parts(found.get(0)));
    } else {
      format.output().table(table.of(found));
    }
    return (found.size() >= ids.size() ? ExitCode.OK : ExitCode.INPUT_INVALID).code();
  }
}
