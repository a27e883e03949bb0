package dev.plumbline.api.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * One changing line on standard error while work takes longer than two seconds and a person is
 * watching. Close it, and the line is gone.
 */
public final class Progress implements AutoCloseable {

  private static final long QUIET_NANOS = 2_000_000_000L;
  private static final long INTERVAL_NANOS = 200_000_000L;
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintWriter err;
  private final boolean watched;
  private final String work;
  private final LongSupplier nanoTime;
  private final long started;
  private long lastShown;
  private boolean visible;

  Progress(PrintWriter err, boolean watched, String work, LongSupplier nanoTime) {
    this.err = err;
    this.watched = watched;
    this.work = work;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
    this.lastShown = started;
  }

  /**
   * @param work what is being done, for example {@code reading train.jsonl}
   */
  public static Progress of(Surroundings surroundings, String work) {
    return new Progress(surroundings.err(), surroundings.errIsTerminal(), work, System::nanoTime);
  }

  /** Done so far; a total of 0 or less means that nobody knows it. Cheap enough for every line. */
  public void at(long done, long total) {
    if (!watched) {
      return;
    }
    long now = nanoTime.getAsLong();
    if (now - started < QUIET_NANOS || (visible && now - lastShown < INTERVAL_NANOS)) {
      return;
    }
    lastShown = now;
    visible = true;
    err.print(ERASE_LINE + Cells.printable(work) + " " + share(done, total));
    err.flush();
  }

  private static String share(long done, long total) {
    if (total <= 0) {
      return Long.toString(done);
    }
    return Math.min(100, Math.multiplyExact(done, 100) / total) + " %";
  }

  @Override
  public void close() {
    if (visible) {
      err.print(ERASE_LINE);
      err.flush();
      visible = false;
    }
  }
}
