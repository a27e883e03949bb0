package dev.plumbline.lifecycle.drift.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.plumbline.lifecycle.drift.json.JsonPart.Fields;
import dev.plumbline.lifecycle.drift.json.JsonPart.Items;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document strictly: no duplicate names, nothing after the value, at most {@link
 * #MOST_BYTES} bytes, ten million values, forty levels and four million characters of a text.
 */
public final class JsonDocument {

  public static final long MOST_BYTES = 256L << 20;
  private static final int MOST_VALUES = 10_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(40)
                  .maxStringLength(4_000_000)
                  .maxNameLength(10_000)
                  .maxNumberLength(40)
                  .maxDocumentLength(MOST_BYTES)
                  .build())
          .build();

  private final JsonParser parser;
  private final long firstLine;
  private int values;

  private JsonDocument(JsonParser parser, long firstLine) {
    this.parser = parser;
    this.firstLine = firstLine;
  }

  /**
   * Reads a whole document.
   *
   * @throws RefusedJsonException when it is not JSON or goes beyond the limits
   */
  public static JsonPart read(InputStream in) {
    try (JsonParser parser = FACTORY.createParser(in)) {
      return new JsonDocument(parser, 1).whole();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of one line of a file of lines; the number is that of the line in the file. */
  public static JsonPart readLine(String text, long number) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new JsonDocument(parser, number).whole();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonPart whole() throws IOException {
    try {
      JsonPart part = part(parser.nextToken(), "");
      if (parser.nextToken() != null) {
        throw refused("something follows the value");
      }
      return part;
    } catch (JsonProcessingException e) {
      throw refused(firstLineOf(e.getOriginalMessage()));
    }
  }

  private JsonPart part(@Nullable JsonToken token, String path) throws IOException {
    if (token == null) {
      throw refused("there is no JSON value");
    }
    if (++values > MOST_VALUES) {
      throw refused("more than %,d values".formatted(MOST_VALUES));
    }
    long line = line();
    return new JsonPart(line, path, value(token, path));
  }

  private @Nullable Object value(JsonToken token, String path) throws IOException {
    return switch (token) {
      case START_OBJECT -> fields(path);
      case START_ARRAY -> items(path);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> whole(parser);
      case VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue(), path);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw refused("unexpected " + token);
    };
  }

  private static Object whole(JsonParser parser) throws IOException {
    boolean fits = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    return fits ? (Object) parser.getLongValue() : (Object) parser.getDoubleValue();
  }

  private Double finite(double number, String path) {
    if (Double.isInfinite(number)) {
      throw refused(path + " is too large a number");
    }
    return number;
  }

  private Fields fields(String path) throws IOException {
    Map<String, JsonPart> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      fields.put(name, part(parser.nextToken(), path.isEmpty() ? name : path + "." + name));
    }
    return new Fields(Collections.unmodifiableMap(fields));
  }

  private Items items(String path) throws IOException {
    List<JsonPart> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(part(token, path + "[" + items.size() + "]"));
    }
    return new Items(Collections.unmodifiableList(items));
  }

  private long line() {
    return firstLine - 1 + parser.currentTokenLocation().getLineNr();
  }

  private RefusedJsonException refused(String problem) {
    return new RefusedJsonException("line " + line() + ": " + problem);
  }

  private static String firstLineOf(String message) {
    int end = message.indexOf('\n');
    return "not JSON that is accepted: " + (end < 0 ? message : message.substring(0, end));
  }
}
