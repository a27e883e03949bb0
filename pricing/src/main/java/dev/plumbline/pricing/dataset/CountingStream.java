package dev.plumbline.pricing.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how much of the original input was taken, compressed or not. */
final class CountingStream extends FilterInputStream {

  private long bytes;

  CountingStream(InputStream in) {
    super(in);
  }

  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    bytes += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    bytes += Math.max(0, count);
    return count;
  }
}
