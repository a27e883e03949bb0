package dev.plumbline.pricing.catalogue;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.pricing.table.FactRow;
import dev.plumbline.pricing.table.FactTable;
import java.io.Reader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources that price rows refer to by a short key: {@code sources.csv}. */
public final class PriceSources {

  private static final List<String> COLUMNS = List.of("key", "kind", "seen", "name");

  private final Map<String, Entry> byKey;
  private final List<Finding> findings;

  record Entry(String key, Source source, Optional<LocalDate> seen) {}

  private PriceSources(Map<String, Entry> byKey, List<Finding> findings) {
    this.byKey = byKey;
    this.findings = List.copyOf(findings);
  }

  /** The sources that ship with the product. */
  public static PriceSources bundled() {
    return BundledCatalogue.SOURCES;
  }

  /** Reads {@code key,kind,seen,name}; kinds are provider_page, provider_api, mirror and so on. */
  public static PriceSources read(String file, Reader text) {
    FactTable rows = new FactTable(file, COLUMNS);
    Map<String, Entry> byKey = new LinkedHashMap<>();
    rows.read(text, PriceSources::entry).forEach(entry -> byKey.put(entry.key(), entry));
    return new PriceSources(byKey, rows.findings());
  }

  private static Entry entry(FactRow row) {
    Source.Kind kind = row.label("kind", PriceSources::findKind, kinds());
    Source source = new Source(row.required("name"), kind);
    return new Entry(row.required("key"), source, row.findDay("seen"));
  }

  private static Optional<Source.Kind> findKind(String label) {
    return Stream.of(Source.Kind.values()).filter(kind -> label(kind).equals(label)).findFirst();
  }

  private static String kinds() {
    return Stream.of(Source.Kind.values())
        .map(PriceSources::label)
        .collect(Collectors.joining(", "));
  }

  private static String label(Source.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  Optional<Entry> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  public List<Finding> findings() {
    return findings;
  }
}
