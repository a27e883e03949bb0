package dev.plumbline.api.datasets;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.dataset.DatasetReport;
import java.util.Optional;

/** How far the reading of one upload has come. */
public sealed interface ReadingState {

  /** Uploaded; other files are read first. */
  record Waiting() implements ReadingState {}

  /**
   * Being read.
   *
   * @param bytes bytes of the upload read so far
   * @param total bytes of the upload
   * @param rows rows counted so far
   */
  record Reading(long bytes, long total, long rows) implements ReadingState {

    /** Whole percent, 0 to 100. */
    public int percent() {
      return total == 0 ? 0 : (int) Math.min(100, bytes * 100 / total);
    }
  }

  /** Read to the end; the files themselves are deleted. */
  record Done(DatasetReport training, Optional<DatasetReport> validation) implements ReadingState {
    public Done {
      requireNonNull(training, "training");
      requireNonNull(validation, "validation");
    }
  }

  /** Could not be read; the files themselves are deleted. */
  record Failed(String reason) implements ReadingState {
    public Failed {
      requireNonNull(reason, "reason");
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R waiting();

    R reading(Reading reading);

    R done(Done done);

    R failed(Failed failed);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Reading reading) {
      return cases.reading(reading);
    }
    if (this instanceof Done done) {
      return cases.done(done);
    }
    if (this instanceof Failed failed) {
      return cases.failed(failed);
    }
    return cases.waiting();
  }

  /** Whether nothing more will happen. */
  default boolean isFinished() {
    return this instanceof Done || this instanceof Failed;
  }
}
