package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What one file names, and what stands against it. */
public record FileScan(String path, List<Mention> mentions, List<ScanFinding> findings) {

  public FileScan {
    requireNonNull(path, "path");
    mentions = List.copyOf(mentions);
    findings = List.copyOf(findings);
  }
}
