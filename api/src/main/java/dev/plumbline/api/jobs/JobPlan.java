package dev.plumbline.api.jobs;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What a job is and when it is due: windows have one length and follow each other without gap from
 * 1970 on, and one is due once it has ended.
 *
 * @param name stable identity, for example {@code calendar-sweep}
 * @param about one sentence for people
 * @param every length of a window, at least a second
 */
public record JobPlan(String name, String about, Duration every, CatchUp catchUp) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");

  public JobPlan {
    requireNonNull(about, "about");
    requireNonNull(every, "every");
    requireNonNull(catchUp, "catchUp");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a job: " + name);
    }
    if (every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a window is at least a second: " + every);
    }
  }

  /** Start of the window in which that moment lies. */
  Instant windowOf(Instant moment) {
    long length = every.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), length) * length);
  }
}
