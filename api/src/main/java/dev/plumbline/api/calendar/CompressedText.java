package dev.plumbline.api.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.api.problem.Input;
import dev.plumbline.core.hash.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Documents as bytes: strictly UTF-8 on the way in, gzip at rest. */
final class CompressedText {

  private CompressedText() {}

  /**
   * @throws dev.plumbline.api.problem.ProblemException 400 when it is not UTF-8 or has a zero byte
   */
  static String decoded(byte[] bytes) {
    try {
      String text =
          UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (text.isBlank() || text.indexOf(0) >= 0) {
        throw Input.refused("body", "the document is empty, or no text");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw Input.refused("body", "the document is not UTF-8; save it again as UTF-8");
    }
  }

  static byte[] packed(String text) {
    try (ByteArrayOutputStream packed = new ByteArrayOutputStream()) {
      try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
        zip.write(text.getBytes(UTF_8));
      }
      return packed.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only of what {@link #packed} made: how long it gets was bounded then. */
  static String unpacked(byte[] packed) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(zip.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] sha256(String text) {
    return sha256(text.getBytes(UTF_8));
  }

  static byte[] sha256(byte[] bytes) {
    return Sha256.of(bytes);
  }
}
