package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The findings that were there when somebody decided to look at new ones only. A file of one line
 * each: fingerprint, and for people the rule, the path and the name.
 */
public record Baseline(Set<String> fingerprints) {

  private static final String HEAD = "# plumbline scan baseline 1: fingerprint, rule, path, name";
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");

  public Baseline {
    fingerprints = Set.copyOf(fingerprints);
  }

  public static Baseline none() {
    return new Baseline(Set.of());
  }

  /**
   * Reads what {@link #lines} wrote.
   *
   * @throws IllegalArgumentException for a line of another form, with its number
   */
  public static Baseline of(List<String> lines) {
    Set<String> fingerprints = new LinkedHashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        fingerprints.add(fingerprint(line, i + 1));
      }
    }
    return new Baseline(fingerprints);
  }

  private static String fingerprint(String line, int number) {
    int end = line.indexOf('\t');
    String first = end < 0 ? line : line.substring(0, end);
    if (!FINGERPRINT.matcher(first).matches()) {
      throw new IllegalArgumentException(
          "line %d does not begin with a fingerprint; write the file with --write-baseline"
              .formatted(number));
    }
    return first;
  }

  /** A file that holds these findings; what is information only, or suppressed, needs no line. */
  public static List<String> lines(Collection<ScanFinding> findings) {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    for (ScanFinding finding : findings) {
      if (finding.severity() != Severity.INFORMATION && !isInSource(finding)) {
        lines.add(line(finding));
      }
    }
    return List.copyOf(lines);
  }

  private static boolean isInSource(ScanFinding finding) {
    return finding.dismissal().filter(it -> it instanceof Dismissal.InSource).isPresent();
  }

  private static String line(ScanFinding finding) {
    Mention mention = finding.mention();
    return String.join(
        "\t",
        finding.fingerprint(),
        finding.rule().id(),
        mention.spot().path().replaceAll("\\p{Cntrl}", "?"),
        mention.written());
  }

  /** The same findings; those of the baseline are dismissed. */
  public List<ScanFinding> applyTo(List<ScanFinding> findings) {
    return findings.stream().map(this::dismissed).toList();
  }

  private ScanFinding dismissed(ScanFinding finding) {
    return finding.dismissal().isEmpty() && fingerprints.contains(finding.fingerprint())
        ? finding.dismissedBy(new Dismissal.InBaseline())
        : finding;
  }

  /** How many entries no finding has any more, so that the file can be written anew. */
  public long countStale(List<ScanFinding> findings) {
    Set<String> found = new LinkedHashSet<>();
    findings.forEach(finding -> found.add(finding.fingerprint()));
    return fingerprints.stream().filter(print -> !found.contains(print)).count();
  }
}
