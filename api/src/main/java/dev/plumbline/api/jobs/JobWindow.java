package dev.plumbline.api.jobs;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import java.time.Instant;

/**
 * One piece of work of a job: a half-open range of time in one organisation.
 *
 * @param asked whether a person asked for it, beside the windows that come by themselves
 */
public record JobWindow(
    Organisation organisation, String job, boolean asked, Instant start, Instant end) {

  public JobWindow {
    requireNonNull(organisation, "organisation");
    requireNonNull(job, "job");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a window ends after it begins: " + start + " to " + end);
    }
  }

  @Override
  public String toString() {
    return "%s %s%s".formatted(job, start, asked ? " (asked for)" : "");
  }
}
