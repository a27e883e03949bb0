package dev.plumbline.pricing.training;

import dev.plumbline.core.tokens.TokenCount.Precision;
import dev.plumbline.pricing.table.FactRow;
import dev.plumbline.pricing.table.FactTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The training contexts that providers published, by base snapshot. */
public final class TrainingContexts {

  private static final String RESOURCE = "contexts.csv";

  private final Map<String, TrainingContext> byModel;

  private TrainingContexts(Map<String, TrainingContext> byModel) {
    this.byModel = Map.copyOf(byModel);
  }

  /** The table that ships in this jar. */
  public static TrainingContexts bundled() {
    return Bundled.CONTEXTS;
  }

  /** The context of a base snapshot; empty when none was published. */
  public Optional<TrainingContext> find(String snapshot) {
    return Optional.ofNullable(byModel.get(snapshot));
  }

  private static TrainingContexts read() {
    Map<String, TrainingContext> contexts = new HashMap<>();
    FactTable table = new FactTable(RESOURCE, List.of("model", "tokens", "precision", "source"));
    try (InputStream in = TrainingContexts.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("this jar lacks its table " + RESOURCE);
      }
      table.read(
          new InputStreamReader(in, StandardCharsets.UTF_8),
          row -> contexts.put(row.required("model"), context(row)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
    if (!table.findings().isEmpty()) {
      throw new IllegalStateException(table.findings().get(0).toString());
    }
    return new TrainingContexts(contexts);
  }

  private static TrainingContext context(FactRow row) {
    return new TrainingContext(
        row.amount("tokens").longValueExact(),
        Precision.valueOf(row.required("precision").toUpperCase(Locale.ROOT)),
        row.required("source"));
  }

  private static final class Bundled {
    static final TrainingContexts CONTEXTS = read();
  }
}
