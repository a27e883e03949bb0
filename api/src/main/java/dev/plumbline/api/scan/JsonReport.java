package dev.plumbline.api.scan;

import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.scan.FailOn;
import dev.plumbline.lifecycle.scan.ScanFinding;
import dev.plumbline.lifecycle.scan.ScanRule;
import dev.plumbline.lifecycle.scan.ScanSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scan by published keys, in snake case. Maps and lists, ready to be written as JSON. */
public record JsonReport(ScanReport report, ScanSettings settings, FailOn failOn, long stale) {

  /** The whole document. */
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("at", settings.at());
    document.put("within_days", settings.withinDays());
    document.put("fail_on", failOn.rules().stream().sorted().map(ScanRule::id).toList());
    document.put("failed", report.fails(failOn));
    document.put("files", report.files());
    document.put("mentions", report.mentions());
    document.put("counts", counts());
    document.put("findings", report.findings().stream().map(this::finding).toList());
    document.put("unread", report.unread().stream().map(JsonReport::unread).toList());
    document.put("passed_over", passedOver());
    document.put("stale_baseline_entries", stale);
    return document;
  }

  private Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("error", report.count(Severity.ERROR));
    counts.put("warning", report.count(Severity.WARNING));
    counts.put("information", report.count(Severity.INFORMATION));
    counts.put("dismissed", report.countDismissed());
    return counts;
  }

  private Map<String, Object> finding(ScanFinding finding) {
    Map<String, Object> parts = new FindingView(finding, settings.at()).parts();
    parts.put("fails", failOn.isTriggeredBy(finding));
    return parts;
  }

  private static Map<String, Object> unread(Unread unread) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("path", unread.path());
    parts.put("reason", unread.reason());
    return parts;
  }

  private Map<String, Object> passedOver() {
    Map<String, Object> passedOver = new LinkedHashMap<>();
    for (PassedOver why : List.of(PassedOver.values())) {
      passedOver.put(why.label(), report.passedOver().getOrDefault(why, 0));
    }
    return passedOver;
  }
}
