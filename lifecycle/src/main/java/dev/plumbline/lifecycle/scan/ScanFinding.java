package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Severity;
import java.util.Optional;

/**
 * One objection to one mention.
 *
 * @param message what a source says, with its date, certainty and name
 * @param fingerprint the same for the same objection although its line moved; lower-case hex
 * @param dismissal why it does not count; empty when it does
 */
public record ScanFinding(
    ScanRule rule,
    Severity severity,
    Mention mention,
    Prospects prospects,
    String message,
    String fingerprint,
    Optional<Dismissal> dismissal) {

  public ScanFinding {
    requireNonNull(rule, "rule");
    requireNonNull(severity, "severity");
    requireNonNull(mention, "mention");
    requireNonNull(prospects, "prospects");
    requireNonNull(message, "message");
    requireNonNull(fingerprint, "fingerprint");
    requireNonNull(dismissal, "dismissal");
  }

  public ScanFinding dismissedBy(Dismissal reason) {
    return new ScanFinding(
        rule, severity, mention, prospects, message, fingerprint, Optional.of(reason));
  }

  ScanFinding withFingerprint(String print) {
    return new ScanFinding(rule, severity, mention, prospects, message, print, dismissal);
  }
}
