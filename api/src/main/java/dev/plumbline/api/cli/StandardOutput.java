package dev.plumbline.api.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Standard output as UTF-8, whatever the locale says. A PrintWriter swallows IOExceptions, so a
 * long batch would go on for nobody; this stream stops it with an {@link OutputBrokenException}.
 */
final class StandardOutput extends OutputStream {

  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream target;

  StandardOutput(OutputStream target) {
    this.target = new BufferedOutputStream(target, BUFFER_BYTES);
  }

  static PrintWriter writer() {
    var bytes = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    return new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), false);
  }

  @Override
  public void write(int value) {
    attempt(() -> target.write(value));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> target.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(target::flush);
  }

  private static void attempt(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new OutputBrokenException(e);
    }
  }

  private interface Write {
    void run() throws IOException;
  }
}
