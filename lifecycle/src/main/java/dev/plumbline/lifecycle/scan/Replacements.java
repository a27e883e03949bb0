package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What sources name instead of a model, in their words. Read from the rows that give the calendar
 * its dates; where several rows speak of a model, the one that was announced last counts.
 */
final class Replacements {

  private record Key(Provider provider, boolean tuned, String name) {}

  private record Named(String announced, String words) {}

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

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Map<Key, Named> named;

  private Replacements(Map<Key, Named> named) {
    this.named = Map.copyOf(named);
  }

  static Replacements bundled() {
    return Bundled.REPLACEMENTS;
  }

  /**
   * For a fine-tune, what is named for fine-tunes of its base or of its family, else the base's.
   */
  Optional<String> find(ModelId model) {
    boolean tuned = model.kind().isFineTuned();
    List<String> names = tuned ? families(model.base().orElse("")) : own(model);
    Stream<Key> ofTuned = names.stream().map(name -> new Key(model.provider(), tuned, name));
    Stream<Key> ofBase =
        names.stream().limit(1).map(name -> new Key(model.provider(), false, name));
    return Stream.concat(ofTuned, ofBase)
        .flatMap(key -> Optional.ofNullable(named.get(key)).stream())
        .map(Named::words)
        .findFirst();
  }

  private static List<String> own(ModelId model) {
    List<String> names = new ArrayList<>(List.of(model.canonical()));
    model.base().ifPresent(names::add);
    return names;
  }

  /** The base and what remains of it without its last segments, the longest first. */
  private static List<String> families(String base) {
    List<String> names = new ArrayList<>();
    String name = base;
    while (!name.isEmpty()) {
      names.add(name);
      name = name.substring(0, Math.max(0, name.lastIndexOf('-')));
    }
    return names;
  }

  private static final class Bundled {

    static final Replacements REPLACEMENTS = new Replacements(read());

    private static Map<Key, Named> read() {
      Map<Key, Named> named = new HashMap<>();
      for (String provider : PROVIDERS) {
        for (CSVRecord line : lines(provider + ".csv")) {
          if (!line.get("replacement").isEmpty()) {
            named.merge(
                key(Provider.of(provider), line),
                new Named(line.get("announced"), line.get("replacement")),
                (one, other) -> one.announced().compareTo(other.announced()) >= 0 ? one : other);
          }
        }
      }
      return named;
    }

    private static Key key(Provider provider, CSVRecord line) {
      String version = line.get("version");
      String name = version.isEmpty() ? line.get("model") : line.get("model") + "-" + version;
      boolean tuned =
          switch (line.get("subject")) {
            case "FAMILY", "TUNED", "FOLLOWS_BASE" -> true;
            default -> false;
          };
      return new Key(provider, tuned, name);
    }

    private static List<CSVRecord> lines(String file) {
      try (Reader reader =
          new InputStreamReader(
              requireNonNull(DeprecationCalendar.class.getResourceAsStream(file), file),
              StandardCharsets.UTF_8)) {
        return FORMAT.parse(reader).getRecords();
      } catch (IOException e) {
        throw new UncheckedIOException(file, e);
      }
    }
  }
}
