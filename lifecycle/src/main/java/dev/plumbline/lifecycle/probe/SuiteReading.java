package dev.plumbline.lifecycle.probe;

import dev.plumbline.core.finding.Finding;
import java.util.List;

/**
 * What a file of probes holds.
 *
 * @param findings of lines that hold no probe, each with line, field and remedy; with one of them
 *     no suite is made of the rest
 */
public record SuiteReading(List<Probe> probes, List<Finding> findings) {

  public SuiteReading {
    probes = List.copyOf(probes);
    findings = List.copyOf(findings);
  }

  /** Whether every line is a probe, and there is one. */
  public boolean isSound() {
    return findings.isEmpty() && !probes.isEmpty();
  }
}
