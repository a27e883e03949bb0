package dev.plumbline.api.estimates;

import dev.plumbline.api.estimates.ResultView.Objection;
import dev.plumbline.api.web.Shown;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Findings as rows of a table, filtered by severity. */
final class Objections {

  private Objections() {}

  /**
   * The findings.
   *
   * @param severity only these; empty for all
   */
  static List<Objection> of(Estimated answer, String severity) {
    Map<String, Long> counts = new TreeMap<>(answer.estimate().training().findingCounts());
    return answer.findings().stream()
        .filter(each -> severity.isEmpty() || severity.equals(word(each.severity())))
        .map(each -> objection(each, counts.getOrDefault(each.code(), 1L)))
        .toList();
  }

  private static Objection objection(Finding finding, long count) {
    return new Objection(
        word(finding.severity()),
        tone(finding.severity()),
        finding.severity().ordinal(),
        finding.code(),
        finding.where().file(),
        finding.where().line(),
        finding.where().field(),
        finding.message(),
        finding.remedy(),
        Shown.count(count));
  }

  static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String tone(Severity severity) {
    return switch (severity) {
      case INFORMATION -> "tone-plain";
      case WARNING -> "tone-care";
      case ERROR, BLOCKER -> "tone-bad";
    };
  }
}
