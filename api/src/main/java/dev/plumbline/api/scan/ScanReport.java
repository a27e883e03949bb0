package dev.plumbline.api.scan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.scan.Baseline;
import dev.plumbline.lifecycle.scan.FailOn;
import dev.plumbline.lifecycle.scan.ScanFinding;
import java.util.List;
import java.util.Map;

/**
 * The answer to a scan, in the order of paths and lines.
 *
 * @param files how many files were read
 * @param mentions how many places name a model
 * @param unread what should have been read and was not
 * @param passedOver what was left out on purpose; a folder counts once
 */
public record ScanReport(
    int files,
    int mentions,
    List<ScanFinding> findings,
    List<Unread> unread,
    Map<PassedOver, Integer> passedOver) {

  public ScanReport {
    findings = List.copyOf(findings);
    unread = List.copyOf(unread);
    requireNonNull(passedOver, "passedOver");
  }

  public ScanReport known(Baseline baseline) {
    return new ScanReport(files, mentions, baseline.applyTo(findings), unread, passedOver);
  }

  /** Without what is information only. */
  public ScanReport withoutInformation() {
    return new ScanReport(
        files,
        mentions,
        findings.stream().filter(it -> it.severity() != Severity.INFORMATION).toList(),
        unread,
        passedOver);
  }

  public long count(Severity severity) {
    return findings.stream()
        .filter(it -> it.severity() == severity && it.dismissal().isEmpty())
        .count();
  }

  public long countDismissed() {
    return findings.stream().filter(it -> it.dismissal().isPresent()).count();
  }

  public boolean fails(FailOn failOn) {
    return findings.stream().anyMatch(failOn::isTriggeredBy);
  }

  public boolean isPartial() {
    return !unread.isEmpty();
  }
}
