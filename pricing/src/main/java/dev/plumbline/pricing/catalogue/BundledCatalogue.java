package dev.plumbline.pricing.catalogue;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.table.FactRow;
import dev.plumbline.pricing.table.FactTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The facts beside this class, read once. */
final class BundledCatalogue {

  private static final List<String> PRICE_FILES =
      List.of(
          "openai.csv",
          "azure.csv",
          "google-vertex.csv",
          "bedrock.csv",
          "together.csv",
          "fireworks.csv",
          "mistral.csv",
          "ori.csv",
          "prime-intellect.csv");
  private static final List<String> RULE_COLUMNS =
      List.of("rule", "provider", "models", "target", "source", "reason");

  static final PriceSources SOURCES = sources();
  static final BillingRules RULES = rules();
  static final PriceCatalogue PRICES = PriceCatalogue.of(prices());

  private BundledCatalogue() {}

  private static PriceSources sources() {
    PriceSources sources = read("sources.csv", text -> PriceSources.read("sources.csv", text));
    refuse(sources.findings());
    return sources;
  }

  private static BillingRules rules() {
    FactTable rows = new FactTable("billing-rules.csv", RULE_COLUMNS);
    List<BillingRule> rules =
        read("billing-rules.csv", text -> rows.read(text, BundledCatalogue::rule));
    refuse(rows.findings());
    return new BillingRules(rules);
  }

  private static BillingRule rule(FactRow row) {
    return new BillingRule(
        row.label("rule", BillingRule.Kind::findByLabel, BillingRule.Kind.labels()),
        Provider.of(row.required("provider")),
        row.required("models"),
        row.text("target"),
        row.required("source"),
        row.required("reason"));
  }

  private static List<ListPrice> prices() {
    return PRICE_FILES.stream().flatMap(file -> prices(file).stream()).toList();
  }

  private static List<ListPrice> prices(String file) {
    PriceFile read = read(file, text -> new PriceFileReader(SOURCES).read(file, text));
    refuse(read.findings());
    return read.rows();
  }

  /** A fact we ship and cannot read is a defect of the build, so there is nothing to go on with. */
  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new IllegalStateException(findings.get(0).where() + ": " + findings.get(0).message());
    }
  }

  private static <T> T read(String file, Function<Reader, T> reading) {
    try (InputStream in = BundledCatalogue.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + file);
      }
      return reading.apply(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
