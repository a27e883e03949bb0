package dev.plumbline.lifecycle.drift.evidence;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.hash.Sha256;
import dev.plumbline.lifecycle.drift.impact.MoneyImpact;
import dev.plumbline.lifecycle.drift.json.JsonPart;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Computes the verdicts of a file again from its evidence alone and compares. Numbers may differ by
 * a billionth of their size.
 *
 * @param impact what the last verdict's change costs; empty where the file has no figures
 * @param differences none when the file is what it states
 */
public record Recomputation(
    List<DriftVerdict> verdicts, Optional<MoneyImpact> impact, List<Difference> differences) {

  private static final double TOLERANCE = 1e-9;
  private static final int MOST_DIFFERENCES = 1_000;

  /**
   * One place where the file states something else.
   *
   * @param where for example {@code verdicts[3].state}
   */
  public record Difference(String where, String stated, String recomputed) {}

  public Recomputation {
    verdicts = List.copyOf(verdicts);
    requireNonNull(impact, "impact");
    differences = List.copyOf(differences);
  }

  /** Recomputes; takes as long as the monitoring did without its waiting. */
  public static Recomputation of(EvidenceFile file) {
    requireNonNull(file, "file");
    List<DriftVerdict> verdicts = file.evidence().verdicts();
    List<Map<String, Object>> parts = verdicts.stream().map(VerdictParts::of).toList();
    List<Difference> differences = new ArrayList<>();
    compareLists("verdicts", file.stated(), parts, differences);
    Optional<MoneyImpact> impact = file.evidence().money().map(MoneyImpact::of);
    compare("money_impact", file.impact(), impact.map(MoneyParts::of), differences);
    List<Object> stated = file.stated().stream().map(JsonPart::plain).toList();
    String digest =
        EvidenceWriter.digest(file.evidence(), stated, file.impact().map(JsonPart::plain));
    if (!digest.equals(file.digest())) {
      differences.add(new Difference("sha256", file.digest(), digest));
    }
    return new Recomputation(
        verdicts, impact, differences.subList(0, Math.min(differences.size(), MOST_DIFFERENCES)));
  }

  /**
   * The same, with a difference when the file says the same in other bytes than were written.
   *
   * @param sha256 of all bytes of the file
   */
  public Recomputation ofBytes(EvidenceFile file, byte[] sha256) {
    String stated = HexFormat.of().formatHex(sha256);
    String written = HexFormat.of().formatHex(Sha256.of(EvidenceWriter.written(file)));
    if (stated.equals(written) || !differences.isEmpty()) {
      return this;
    }
    return new Recomputation(
        verdicts, impact, List.of(new Difference("bytes of the file", stated, written)));
  }

  private static void compare(
      String where,
      Optional<JsonPart> stated,
      Optional<Map<String, Object>> computed,
      List<Difference> differences) {
    if (stated.isPresent() && computed.isPresent()) {
      compare(where, stated.get(), computed.get(), differences);
    } else if (stated.isPresent() || computed.isPresent()) {
      differences.add(new Difference(where, presence(stated), presence(computed)));
    }
  }

  private static String presence(Optional<?> part) {
    return part.isPresent() ? "stated" : "absent";
  }

  private static void compare(
      String where, JsonPart stated, Object computed, List<Difference> differences) {
    if (computed instanceof Map<?, ?> map) {
      compareMaps(where, stated, map, differences);
    } else if (computed instanceof Collection<?> list) {
      compareLists(where, stated.items(), List.copyOf(list), differences);
    } else {
      Object said = stated.plain();
      if (!isSame(stated, said, computed)) {
        differences.add(new Difference(where, said.toString(), computed.toString()));
      }
    }
  }

  private static boolean isSame(JsonPart stated, Object said, Object computed) {
    if (computed instanceof Number number && !(said instanceof Boolean)) {
      double one = said instanceof Number ? stated.number() : infinite(said);
      double other = number.doubleValue();
      return one == other
          || Math.abs(one - other)
              <= TOLERANCE * Math.max(1e-300, Math.max(Math.abs(one), Math.abs(other)));
    }
    return said.equals(computed);
  }

  private static double infinite(Object said) {
    return said.equals("Infinity")
        ? Double.POSITIVE_INFINITY
        : said.equals("-Infinity") ? Double.NEGATIVE_INFINITY : Double.NaN;
  }

  private static void compareMaps(
      String where, JsonPart stated, Map<?, ?> computed, List<Difference> differences) {
    TreeSet<String> names = new TreeSet<>(stated.fields().keySet());
    computed.keySet().forEach(name -> names.add((String) name));
    for (String name : names) {
      String place = where + "." + name;
      Object own = computed.get(name);
      if (own == null) {
        differences.add(new Difference(place, "stated", "absent"));
      } else if (stated.find(name).isEmpty()) {
        differences.add(new Difference(place, "absent", own.toString()));
      } else {
        compare(place, stated.get(name), own, differences);
      }
    }
  }

  private static void compareLists(
      String where, List<JsonPart> stated, List<?> computed, List<Difference> differences) {
    if (stated.size() != computed.size()) {
      differences.add(new Difference(where, stated.size() + " items", computed.size() + " items"));
    }
    for (int i = 0; i < Math.min(stated.size(), computed.size()); i++) {
      compare(where + "[" + i + "]", stated.get(i), computed.get(i), differences);
    }
  }
}
