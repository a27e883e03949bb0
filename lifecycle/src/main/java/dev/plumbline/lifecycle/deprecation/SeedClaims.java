package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The claims that ship with Plumbline: one file per provider, one row per statement, read line by
 * line by people. {@code sources.csv} says what stands behind a row's source.
 */
record SeedClaims(List<DateClaim> claims, List<Tunability> tunability) {

  private static final List<String> PROVIDERS =
      List.of(
          "openai",
          "azure",
          "anthropic",
          "google-gemini-api",
          "google-vertex",
          "mistral",
          "bedrock",
          "cohere");

  /** When these files were put together. */
  static final Instant RECORDED = Instant.parse("2026-11-20T00:00:00Z");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  SeedClaims {
    claims = List.copyOf(claims);
    tunability = List.copyOf(tunability);
  }

  static SeedClaims read() {
    Map<String, Source> sources = sources();
    List<DateClaim> claims = new ArrayList<>();
    List<Tunability> tunability = new ArrayList<>();
    for (String provider : PROVIDERS) {
      String file = provider + ".csv";
      for (CSVRecord line : lines(file)) {
        SeedRow row = new SeedRow(Provider.of(provider), file, line);
        claims.addAll(row.claims(sources));
        row.findTunability().ifPresent(tunability::add);
      }
    }
    lines(SeedHistory.FILE).forEach(line -> claims.add(new SeedHistory(line).claim(sources)));
    return new SeedClaims(claims, tunability);
  }

  /** How many statements the files hold; each may speak of two clocks. */
  static int countRows() {
    return PROVIDERS.stream().mapToInt(provider -> lines(provider + ".csv").size()).sum();
  }

  static Source source(Map<String, Source> sources, String key) {
    Source source = sources.get(key);
    if (source == null) {
      throw new IllegalStateException("sources.csv lacks the source " + key);
    }
    return source;
  }

  private static Map<String, Source> sources() {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (CSVRecord line : lines("sources.csv")) {
      sources.put(
          line.get("key"), new Source(line.get("name"), Source.Kind.valueOf(line.get("kind"))));
    }
    return sources;
  }

  private static List<CSVRecord> lines(String file) {
    try (Reader reader =
        new InputStreamReader(
            requireNonNull(SeedClaims.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      return FORMAT.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
