package dev.plumbline.api.cli;

import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.cost.RequestCosts;
import dev.plumbline.pricing.cost.RequestUsage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What one request, or a table of requests, costs. */
@Command(
    name = "cost",
    mixinStandardHelpOptions = true,
    description = "Say what a request costs, and by which published prices.",
    footer = {
      "",
      "Token counts of the input include cached and written tokens. A model without a known",
      "price is unpriced, with the reason: never 0, never another model's price."
    })
final class CostCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FormatOption format;
  @Mixin private OverridesOption overrides;

  @ArgGroup(multiplicity = "1")
  private Asked asked;

  /** One request, or a file of them. */
  static final class Asked {

    @ArgGroup(exclusive = false, multiplicity = "1")
    Single single;

    @Option(
        names = "--batch",
        paramLabel = "FILE.csv",
        description = {
          "A table of requests; - is standard input. Columns: model,at,input_tokens,",
          "cached_input_tokens,cache_write_tokens,output_tokens,tier,provider; all but model may",
          "be missing, others are passed on. Appends cost_usd,status,reason,price_rows, where",
          "status is priced or unpriced. Writes CSV, or JSON lines with --format json."
        })
    String batch;
  }

  /** One request. */
  static final class Single {

    @Option(names = "--model", required = true, description = "Name as your program writes it.")
    String model;

    @Option(names = "--at", description = "Day or moment (UTC); without it, now.")
    String at = "";

    @Option(names = "--input", paramLabel = "TOKENS", description = "All input tokens.")
    String input = "";

    @Option(names = "--cached-input", paramLabel = "TOKENS", description = "Of them read from the cache.")
    String cachedInput = "";

    @Option(names = "--cache-write", paramLabel = "TOKENS", description = "Of them written to the cache.")
    String cacheWrite = "";

    @Option(names = "--output", paramLabel = "TOKENS", description = "Output, reasoning included.")
    String output = "";

    @Option(names = "--tier", description = "standard, batch, flex or priority.")
    String tier = "";

    @Option(names = "--provider", description = "Who bills, where the name does not say it.")
    String provider = "";

    @Option(names = "--variant", description = "Deployment type such as 'data zone'.")
    String variant = "";

    Map<String, String> cells() {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("model", model);
      cells.put("at", at);
      cells.put("input_tokens", input);
      cells.put("cached_input_tokens", cachedInput);
      cells.put("cache_write_tokens", cacheWrite);
      cells.put("output_tokens", output);
      cells.put("tier", tier);
      cells.put("provider", provider);
      cells.put("variant", variant);
      return cells;
    }
  }

  CostCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    RequestCosts costs = RequestCosts.bundled().with(overrides.read(surroundings));
    if (asked.batch != null) {
      return new CostBatch(surroundings, format.format(), costs).answer(asked.batch).code();
    }
    RequestUsage request = new UsageRow(asked.single.cells(), surroundings.now()).request();
    Estimate estimate = costs.costOf(request);
    return estimate.match(new CostAnswer(surroundings, format, request)).code();
  }
}
