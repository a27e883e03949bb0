package dev.plumbline.pricing.catalogue;

import dev.plumbline.core.finding.Finding;
import java.util.List;

/**
 * What reading a price file gave.
 *
 * @param rows every row that could be read
 * @param findings one for each row that could not, with line, field and remedy
 */
public record PriceFile(List<ListPrice> rows, List<Finding> findings) {

  public PriceFile {
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
  }
}
