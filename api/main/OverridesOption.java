package dev.plumbline.api.cli;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.pricing.override.OverrideFile;
import dev.plumbline.pricing.override.OverrideFileReader;
import dev.plumbline.pricing.override.PriceOverrides;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --overrides}: a customer's own prices. */
final class OverridesOption {

  @Option(
      names = "--overrides",
      paramLabel = "FILE.csv",
      description = {
        "Your own prices, stronger than the list. Columns: provider,model,fine_tuned,component,",
        "tier,discount_percent,amount,unit,currency,valid_from,valid_to,reason. An empty cell",
        "means any; give discount_percent or amount."
      })
  Optional<String> file = Optional.empty();

  /** All lines must be good: a discount that is silently left out would be a wrong cost. */
  PriceOverrides read(Surroundings surroundings) throws IOException {
    if (file.isEmpty()) {
      return PriceOverrides.none();
    }
    try (Reader text =
        new BufferedReader(
            new InputStreamReader(surroundings.open(file.get()), StandardCharsets.UTF_8))) {
      OverrideFile read = new OverrideFileReader().read(file.get(), text);
      if (!read.findings().isEmpty()) {
        throw new InputInvalidException(sentence(read.findings().get(0)));
      }
      return PriceOverrides.of(read.overrides());
    }
  }

  private static String sentence(Finding finding) {
    return finding.where() + ": " + finding.message() + "; " + finding.remedy();
  }
}
