package dev.plumbline.pricing.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream into lines in bounded memory. A byte order mark at the start and carriage returns
 * at line ends are dropped; the last line may lack its end. What exceeds a limit is skipped and
 * said, never kept.
 */
final class LineReader {

  private static final byte[] NOTHING = {};
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final ReadLimits limits;
  private final byte[] chunk = new byte[CHUNK];
  private int position;
  private int end;
  private byte[] line = new byte[CHUNK];
  private long bytes;
  private long number;
  private Optional<String> stopped = Optional.empty();

  LineReader(InputStream in, ReadLimits limits) {
    this.in = in;
    this.limits = limits;
  }

  /** Bytes taken from the stream so far. */
  long bytes() {
    return bytes;
  }

  /** Lines given out so far. */
  long lines() {
    return number;
  }

  /** Why reading ended before the end of the file. */
  Optional<String> stopped() {
    return stopped;
  }

  /** The next line; empty at the end of the file or when a limit of the file is reached. */
  Optional<RawLine> next() throws IOException {
    if (stopped.isPresent() || !available()) {
      return Optional.empty();
    }
    if (number >= limits.lines()) {
      stopped = Optional.of("more than " + limits.lines() + " lines");
      return Optional.empty();
    }
    number++;
    int length = collect();
    if (length < 0) {
      return Optional.of(
          new RawLine(
              number,
              NOTHING,
              Optional.of("the line is longer than " + limits.lineBytes() + " bytes")));
    }
    return Optional.of(new RawLine(number, kept(length), Optional.empty()));
  }

  /** Reads to the end of the line; its length, or -1 when it was too long to be kept. */
  private int collect() throws IOException {
    int length = 0;
    while (available()) {
      int stop = endOfLine();
      int more = stop - position;
      boolean ended = stop < end;
      length = length < 0 || more > limits.lineBytes() - length ? -1 : append(length, more);
      position = ended ? stop + 1 : stop;
      if (ended) {
        return length;
      }
    }
    return length;
  }

  private int append(int length, int more) {
    if (length + more > line.length) {
      int doubled = Math.min(Math.max(line.length * 2, length + more), limits.lineBytes());
      line = Arrays.copyOf(line, doubled);
    }
    System.arraycopy(chunk, position, line, length, more);
    return length + more;
  }

  private byte[] kept(int length) {
    int from = number == 1 && startsWithMark(length) ? 3 : 0;
    int to = length > from && line[length - 1] == '\r' ? length - 1 : length;
    return Arrays.copyOfRange(line, from, to);
  }

  private boolean startsWithMark(int length) {
    return length >= 3
        && (line[0] & 0xFF) == 0xEF
        && (line[1] & 0xFF) == 0xBB
        && (line[2] & 0xFF) == 0xBF;
  }

  private int endOfLine() {
    int at = position;
    while (at < end && chunk[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean available() throws IOException {
    if (position < end) {
      return true;
    }
    if (bytes >= limits.fileBytes()) {
      return !tooLarge();
    }
    position = 0;
    end = Math.max(0, in.read(chunk, 0, (int) Math.min(CHUNK, limits.fileBytes() - bytes)));
    bytes += end;
    return end > 0;
  }

  private boolean tooLarge() throws IOException {
    if (stopped.isEmpty() && in.read() >= 0) {
      stopped = Optional.of("more than " + limits.fileBytes() + " bytes");
    }
    return true;
  }
}
