package dev.plumbline.api.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Maps, lists and plain values as JSON: keys in the order given, absent values as null. Decimals
 * are strings, because a reader that made doubles of them would lose cents; counts are numbers.
 * Streaming, because a mapper would cost an offline command its first answer.
 */
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  static String pretty(Object value) {
    var lines = new DefaultIndenter("  ", "\n");
    return written(
        value, new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
  }

  static String line(Object value) {
    return written(value, null);
  }

  private static String written(
      Object value, @org.jspecify.annotations.Nullable DefaultPrettyPrinter printer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(printer);
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot refuse to be written", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object wrapped) throws IOException {
    Optional<Object> value = Cells.unwrapped(wrapped);
    if (value.isEmpty()) {
      json.writeNull();
    } else if (value.get() instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value.get() instanceof Collection<?> several) {
      json.writeStartArray();
      for (Object one : several) {
        write(json, one);
      }
      json.writeEndArray();
    } else {
      writeScalar(json, value.get());
    }
  }

  private static void writeScalar(JsonGenerator json, Object value) throws IOException {
    if (value instanceof BigDecimal amount) {
      json.writeString(amount.toPlainString());
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(value.toString());
    }
  }
}
