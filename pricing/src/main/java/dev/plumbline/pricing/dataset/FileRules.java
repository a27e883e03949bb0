package dev.plumbline.pricing.dataset;

import dev.plumbline.core.finding.Severity;

/** Rules about a file as a whole. */
final class FileRules {

  private static final long MOST_BYTES = 512L << 20;
  private static final long MOST_IMAGE_ROWS = 50_000;
  private static final long FEWEST_ROWS = 10;
  private static final long FEW_ROWS = 50;
  private static final long FIRST_GAINS = 100;

  private final Sink sink;

  /** Takes a finding about the whole file. */
  @FunctionalInterface
  interface Sink {
    void add(String code, Severity severity, String message, String remedy);
  }

  FileRules(Sink sink) {
    this.sink = sink;
  }

  void check(DatasetFormat format, long rows, long bytes, boolean holdout) {
    if (bytes > MOST_BYTES) {
      sink.add(
          "FILE_TOO_LARGE",
          Severity.ERROR,
          "the file has %d bytes, and one upload takes 512 MB".formatted(bytes),
          "use the resumable upload, which takes 8 GB, or split the file");
    }
    if (rows == 0) {
      sink.add(
          "JSONL_SHAPE",
          Severity.ERROR,
          "the file has no row that can be counted",
          "write one JSON object a line");
    } else if (holdout) {
      holdout(rows);
    } else if (format != DatasetFormat.NOT_CHAT) {
      examples(rows);
    }
  }

  private void holdout(long rows) {
    if (rows < FEW_ROWS) {
      sink.add(
          "SMALL_HOLDOUT",
          Severity.WARNING,
          "%d rows: fewer than 50 cannot show a difference".formatted(rows),
          "hold more rows out");
    }
  }

  private void examples(long rows) {
    if (rows < FEWEST_ROWS) {
      few(Severity.ERROR, rows, "a job needs at least 10");
    } else if (rows < FEW_ROWS) {
      few(Severity.WARNING, rows, "fewer than 50 rarely change a model");
    } else if (rows < FIRST_GAINS) {
      few(
          Severity.INFORMATION,
          rows,
          "first gains show at 50 to 100, the usual optimum is 500 to 2,000");
    }
  }

  private void few(Severity severity, long rows, String why) {
    sink.add("TOO_FEW_EXAMPLES", severity, "%d rows: %s".formatted(rows, why), "add examples");
  }

  void images(long rowsWithImages) {
    if (rowsWithImages > MOST_IMAGE_ROWS) {
      sink.add(
          "BAD_IMAGE",
          Severity.ERROR,
          "%d rows have images, and 50,000 are allowed".formatted(rowsWithImages),
          "leave images out of some rows");
    }
    if (rowsWithImages > 0) {
      sink.add(
          "BAD_IMAGE",
          Severity.INFORMATION,
          "%d rows have images".formatted(rowsWithImages),
          "expect the provider to skip images of people, faces, children and CAPTCHAs");
    }
  }
}
