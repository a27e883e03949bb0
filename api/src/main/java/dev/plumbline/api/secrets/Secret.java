package dev.plumbline.api.secrets;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Text that is never shown: not by {@link #toString}, not as JSON, not in a message. Its bytes are
 * overwritten when it is closed; {@link #reveal} makes a copy that the caller should drop soon.
 */
@JsonDeserialize(using = SecretReader.class)
public final class Secret implements AutoCloseable {

  /** In bytes of UTF-8. */
  public static final int LARGEST = 64 * 1024;

  private static final int SHOWN = 4;

  /** Of a shorter one, four characters would be too much of it. */
  private static final int SHORTEST_WITH_END = 12;

  private static final String HIDDEN = "****";

  private final byte[] utf8;
  private boolean closed;

  private Secret(byte[] utf8) {
    this.utf8 = utf8;
  }

  /**
   * @throws IllegalArgumentException without the text, when it is too large or not sound Unicode
   */
  public static Secret of(String text) {
    requireNonNull(text, "text");
    if (text.length() > LARGEST) {
      throw tooLarge();
    }
    try {
      ByteBuffer encoded =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      Arrays.fill(encoded.array(), (byte) 0);
      return ofBytes(bytes);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a secret has half a surrogate pair in it");
    }
  }

  /** Takes the array over: it is cleared with this secret. */
  static Secret ofBytes(byte[] utf8) {
    if (utf8.length > LARGEST) {
      Arrays.fill(utf8, (byte) 0);
      throw tooLarge();
    }
    return new Secret(utf8);
  }

  private static IllegalArgumentException tooLarge() {
    return new IllegalArgumentException(
        "a secret has at most %d bytes of UTF-8".formatted(LARGEST));
  }

  /** The text itself, for the one place that sends it to its provider or channel. */
  public String reveal() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** The live bytes, for the cipher. */
  byte[] bytes() {
    if (closed) {
      throw new IllegalStateException("the secret is closed");
    }
    return utf8;
  }

  public boolean isBlank() {
    return reveal().isBlank();
  }

  /** Whether it begins or ends with a space or a line break, as a careless copy does. */
  public boolean hasLooseEnds() {
    String text = reveal();
    return !text.strip().equals(text);
  }

  /**
   * What may be shown so that a person recognises it: the last four characters, and nothing of one
   * with fewer than 12, or whose end is not plain.
   */
  public Optional<String> lastFour() {
    String text = reveal();
    if (text.length() < SHORTEST_WITH_END) {
      return Optional.empty();
    }
    String end = text.substring(text.length() - SHOWN);
    return end.chars().allMatch(c -> c > ' ' && c <= '~') ? Optional.of(end) : Optional.empty();
  }

  @Override
  public void close() {
    Arrays.fill(utf8, (byte) 0);
    closed = true;
  }

  @JsonValue
  @Override
  public String toString() {
    return HIDDEN;
  }
}
