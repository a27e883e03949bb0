package dev.plumbline.api.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to become longer than a limit. */
final class LimitedBytes extends FilterInputStream {

  private final long most;
  private final String name;
  private long count;

  LimitedBytes(InputStream in, long most, String name) {
    super(in);
    this.most = most;
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int more) {
    count += more;
    if (count > most) {
      throw new InputInvalidException(
          "%s is longer than %,d bytes; split it or check that it is the right file"
              .formatted(name, most));
    }
  }
}
