package dev.plumbline.pricing.override;

import dev.plumbline.core.finding.Finding;
import java.util.List;

/**
 * What reading a file of overrides gave.
 *
 * @param findings one for each line that could not be read
 */
public record OverrideFile(List<PriceOverride> overrides, List<Finding> findings) {

  public OverrideFile {
    overrides = List.copyOf(overrides);
    findings = List.copyOf(findings);
  }
}
