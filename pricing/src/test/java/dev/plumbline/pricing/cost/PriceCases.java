package dev.plumbline.pricing.cost;

import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.usage.Usage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code price_cases.csv}. */
final class PriceCases {

  private static final Pattern WRITTEN = Pattern.compile("cache_write_tokens=(\\d+)");

  /** Sold by providers or in generations for which the facts hold no price at all. */
  static final Set<String> NOT_IN_THE_FACTS =
      Set.of(
          "claude-sonnet-4-20250514",
          "claude-haiku-4-5-20251001",
          "claude-opus-4-6",
          "claude-opus-4-7",
          "claude-sonnet-4-6",
          "claude-sonnet-4-5-20250929",
          "claude-sonnet-4-5",
          "gpt-5.2-2025-12-11",
          "gpt-5-pro-2025-10-06",
          "gpt-5.4",
          "gpt-5.4-2026-03-05",
          "gpt-5.4-mini-2026-03-17",
          "gpt-5.5",
          "gpt-5.5-2026-04-23",
          "gemini-1.5-flash",
          "gpt-image-1.5",
          "gpt-4-32k",
          "azure/gpt-35-turbo",
          "o1");

  /** A day on which every model of the undated cases was on sale. */
  static final Instant UNDATED = Instant.parse("2025-09-01T00:00:00Z");

  record Case(String model, String timestamp, String other, Usage usage, BigDecimal expected) {

    Instant at() {
      return timestamp.isEmpty() ? UNDATED : Instant.parse(timestamp);
    }

    boolean isTraining() {
      return other.contains("training_tokens=");
    }

    RequestUsage request() {
      ServiceTier tier = other.contains("batch=true") ? ServiceTier.BATCH : ServiceTier.STANDARD;
      return RequestUsage.of(model, at(), usage).inTier(tier);
    }
  }

  private PriceCases() {}

  static List<Case> all() throws IOException {
    try (Reader text =
            new InputStreamReader(
                Objects.requireNonNull(PriceCases.class.getResourceAsStream("price_cases.csv")),
                StandardCharsets.UTF_8);
        CSVParser rows =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
      return rows.stream().map(PriceCases::read).toList();
    }
  }

  private static Case read(CSVRecord row) {
    Matcher written = WRITTEN.matcher(row.get("other"));
    Usage usage =
        Usage.inclusive(
            Long.parseLong(row.get("input_tokens")),
            Long.parseLong(row.get("cached_tokens")),
            written.find() ? Long.parseLong(written.group(1)) : 0,
            Long.parseLong(row.get("output_tokens")));
    return new Case(
        row.get("model"),
        row.get("timestamp"),
        row.get("other"),
        usage,
        new BigDecimal(row.get("expected_cost_usd")));
  }
}
