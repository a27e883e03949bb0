package dev.plumbline.api.cli;

import java.util.Locale;

/** The forms in which a scan is written. */
enum ScanFormat {
  TABLE,
  JSON,
  CSV,
  /** SARIF 2.1.0, for code hosts. */
  SARIF,
  /** JUnit XML, for build servers. */
  JUNIT,
  /** A comment under a pull request. */
  MARKDOWN,
  /** Annotations of GitHub's workflows. */
  GITHUB;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
