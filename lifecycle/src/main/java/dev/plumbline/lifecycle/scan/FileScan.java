package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What one file names, and what stands against it.
 *
 * @param isCut whether it names more models than are looked at
 */
public record FileScan(
    String path, List<Mention> mentions, List<ScanFinding> findings, boolean isCut) {

  public FileScan {
    requireNonNull(path, "path");
    mentions = List.copyOf(mentions);
    findings = List.copyOf(findings);
  }
}
