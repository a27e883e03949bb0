package dev.plumbline.pricing.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952) and refuses what a training file has no reason to be: a bomb, a
 * compressed file inside, a truncated one, or one with something behind its end. Members that
 * follow each other, as {@code cat a.gz b.gz} makes them, are one file.
 */
final class GzipStream extends InputStream {

  private static final int CHUNK = 1 << 15;

  /** Small files may be very repetitive; a megabyte hurts nobody. */
  private static final long FREE_BYTES = 1 << 20;

  private final PushbackInputStream in;
  private final int mostRatio;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] compressed = new byte[CHUNK];
  private int lastFill;
  private long bytesIn;
  private long bytesOut;
  private boolean ended;

  GzipStream(InputStream in, int mostRatio) throws IOException {
    this.in = new PushbackInputStream(in, CHUNK);
    this.mostRatio = mostRatio;
    header();
  }

  /** Whether a stream begins like gzip. */
  static boolean isGzip(byte[] start, int length) {
    return length >= 2 && start[0] == 0x1f && (start[1] & 0xFF) == 0x8b;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!ended && length > 0) {
      int count = inflated(target, offset, length);
      if (count > 0) {
        accept(target, offset, count);
        return count;
      }
      if (inflater.finished()) {
        finishMember();
      } else {
        fill();
      }
    }
    return length == 0 ? 0 : -1;
  }

  private int inflated(byte[] target, int offset, int length) throws IOException {
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw new GzipRefusedException("the compressed data is broken: " + e.getMessage());
    }
  }

  private void accept(byte[] target, int offset, int count) throws IOException {
    if (bytesOut == 0
        && count >= 2
        && (target[offset] & 0xFF) == 0x1f
        && (target[offset + 1] & 0xFF) == 0x8b) {
      throw new GzipRefusedException("there is a compressed file inside the compressed file");
    }
    checksum.update(target, offset, count);
    bytesOut += count;
    if (bytesOut > FREE_BYTES && bytesOut / mostRatio > bytesIn) {
      throw new GzipRefusedException(
          "it grows to more than %d times its size".formatted(mostRatio));
    }
  }

  private void fill() throws IOException {
    lastFill = in.read(compressed, 0, CHUNK);
    if (lastFill < 0) {
      throw new GzipRefusedException("the compressed file is cut off");
    }
    bytesIn += lastFill;
    inflater.setInput(compressed, 0, lastFill);
  }

  private void finishMember() throws IOException {
    int rest = inflater.getRemaining();
    in.unread(compressed, lastFill - rest, rest);
    bytesIn -= rest;
    long crc = littleEndian() | littleEndian() << 16;
    long size = littleEndian() | littleEndian() << 16;
    if (crc != checksum.getValue() || size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw new GzipRefusedException("the checksum of the compressed file is wrong");
    }
    int next = in.read();
    if (next < 0) {
      ended = true;
      return;
    }
    in.unread(next);
    inflater.reset();
    checksum.reset();
    header();
  }

  private void header() throws IOException {
    if (unsigned() != 0x1f || unsigned() != 0x8b || unsigned() != 8) {
      throw new GzipRefusedException("something follows the end of the compressed data");
    }
    int flags = unsigned();
    for (int i = 0; i < 6; i++) {
      unsigned(); // time, extra flags, operating system
    }
    if ((flags & 4) != 0) {
      for (long i = littleEndian(); i > 0; i--) {
        unsigned();
      }
    }
    skipText((flags & 8) != 0);
    skipText((flags & 16) != 0);
    if ((flags & 2) != 0) {
      littleEndian();
    }
  }

  private void skipText(boolean present) throws IOException {
    for (int left = CHUNK; present && unsigned() != 0; left--) {
      if (left == 0) {
        throw new GzipRefusedException("the header of the compressed file is too long");
      }
    }
  }

  private long littleEndian() throws IOException {
    int low = unsigned();
    return low | (long) unsigned() << 8;
  }

  private int unsigned() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new GzipRefusedException("the compressed file is cut off");
    }
    bytesIn++;
    return value;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
