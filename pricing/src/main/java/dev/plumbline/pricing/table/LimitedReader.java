package dev.plumbline.pricing.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Refuses to read on after so many characters. */
final class LimitedReader extends FilterReader {

  private final long limit;
  private long read;

  LimitedReader(Reader in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int characters) throws IOException {
    read += characters;
    if (read > limit) {
      throw new IOException("it is longer than " + limit + " characters");
    }
  }
}
