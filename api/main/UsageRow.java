package dev.plumbline.api.cli;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.cost.RequestUsage;
import dev.plumbline.pricing.usage.Usage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one request from named cells; an empty or missing cell takes its default. */
final class UsageRow {

  static final List<String> COLUMNS =
      List.of(
          "model",
          "at",
          "input_tokens",
          "cached_input_tokens",
          "cache_write_tokens",
          "output_tokens",
          "tier",
          "provider");

  private static final int LONGEST_MODEL_NAME = 1_000;

  private final Map<String, String> cells;
  private final Instant now;

  UsageRow(Map<String, String> cells, Instant now) {
    this.cells = cells;
    this.now = now;
  }

  /**
   * The request.
   *
   * @throws InputInvalidException naming the column that cannot be read
   */
  RequestUsage request() {
    return new RequestUsage(
        model(), provider(), at().orElse(now), tier(), cell("variant"), usage());
  }

  /** The moment as given; empty when the row has none. */
  Optional<Instant> at() {
    String text = cell("at").strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(instant("at", text));
  }

  private String model() {
    String model = cell("model");
    if (model.isBlank()) {
      throw new InputInvalidException("model: it is empty; give the name of a model");
    }
    if (model.length() > LONGEST_MODEL_NAME) {
      throw new InputInvalidException("model: it is longer than 1,000 characters");
    }
    return model;
  }

  private Usage usage() {
    long input = tokens("input_tokens");
    long cached = tokens("cached_input_tokens");
    long written = tokens("cache_write_tokens");
    long output = tokens("output_tokens");
    try {
      return Usage.inclusive(input, cached, written, output);
    } catch (IllegalArgumentException e) {
      throw new InputInvalidException(e.getMessage());
    }
  }

  private long tokens(String column) {
    String text = cell(column).strip();
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("-?[0-9]{1,18}")) {
      throw new InputInvalidException(
          "%s: not a number of tokens: '%s'; write whole digits such as 1500"
              .formatted(column, shortened(text)));
    }
    return Long.parseLong(text);
  }

  private ServiceTier tier() {
    String text = cell("tier").strip().toLowerCase(Locale.ROOT);
    return text.isEmpty() ? ServiceTier.STANDARD : tier("tier", text);
  }

  static ServiceTier tier(String field, String text) {
    return ServiceTier.findByLabel(text)
        .orElseThrow(
            () ->
                new InputInvalidException(
                    "%s: no such tier: '%s'; use one of %s"
                        .formatted(field, shortened(text), ServiceTier.labels())));
  }

  private Optional<Provider> provider() {
    String text = cell("provider").strip().toLowerCase(Locale.ROOT);
    return text.isEmpty() ? Optional.empty() : Optional.of(provider("provider", text));
  }

  static Provider provider(String field, String text) {
    try {
      return Provider.of(text);
    } catch (IllegalArgumentException e) {
      throw new InputInvalidException(
          "%s: not a provider: '%s'; write it like openai or azure"
              .formatted(field, shortened(text)));
    }
  }

  /** A day (its first instant, UTC), an instant, or a date and time that is taken as UTC. */
  static Instant instant(String field, String text) {
    try {
      if (text.length() <= 10) {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      boolean zoned = text.endsWith("Z") || text.substring(10).matches(".*[+-][0-9]{2}(:?[0-9]{2})?");
      return zoned
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new InputInvalidException(
          "%s: not a moment: '%s'; write 2026-11-20 or 2026-11-20T09:30:00Z"
              .formatted(field, shortened(text)));
    }
  }

  private String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
