package dev.plumbline.api.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a UTF-8 file, one in memory at a time. A line ends at {@code \n} or {@code \r\n};
 * nothing else is taken from it, except the byte order mark of the first.
 */
final class LimitedLines implements AutoCloseable {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputStream in;
  private final int longest;
  private long number;

  /**
   * @param longest bytes of a line that are kept; the rest of a longer line is passed over
   */
  LimitedLines(InputStream in, int longest) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.longest = longest;
  }

  /**
   * A line of the file.
   *
   * @param number counted from 1
   * @param isCut whether the line was longer than the limit, so that only its beginning is here
   * @param isUtf8 whether the bytes were valid; broken ones are replaced in the text
   */
  record Line(long number, String text, boolean isCut, boolean isUtf8) {}

  Optional<Line> next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    number++;
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    boolean cut = false;
    for (int b = first; b >= 0 && b != '\n'; b = in.read()) {
      if (kept.size() < longest) {
        kept.write(b);
      } else {
        cut = true;
      }
    }
    return Optional.of(new Line(number, text(kept), cut, cut || isUtf8(kept)));
  }

  private static boolean isUtf8(ByteArrayOutputStream kept) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(kept.toByteArray()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private String text(ByteArrayOutputStream kept) {
    String text = kept.toString(StandardCharsets.UTF_8);
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
