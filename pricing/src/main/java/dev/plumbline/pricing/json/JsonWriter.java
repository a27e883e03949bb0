package dev.plumbline.pricing.json;

import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonBoolean;
import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonValue.JsonText;
import java.util.Iterator;
import java.util.Map;

/** Writes JSON in its shortest form; characters beyond ASCII stay as they are. */
public final class JsonWriter {

  private JsonWriter() {}

  public static String write(JsonValue value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  public static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    appendQuoted(out, text);
    return out.toString();
  }

  private static void append(StringBuilder out, JsonValue value) {
    if (value instanceof JsonObject object) {
      appendObject(out, object);
    } else if (value instanceof JsonArray array) {
      appendArray(out, array);
    } else if (value instanceof JsonText text) {
      appendQuoted(out, text.text());
    } else if (value instanceof JsonNumber number) {
      out.append(number.digits());
    } else {
      out.append(value instanceof JsonBoolean bool ? Boolean.toString(bool.value()) : "null");
    }
  }

  private static void appendObject(StringBuilder out, JsonObject object) {
    out.append('{');
    Iterator<Map.Entry<String, JsonValue>> fields = object.fields().entrySet().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, JsonValue> field = fields.next();
      appendQuoted(out, field.getKey());
      out.append(':');
      append(out, field.getValue());
      out.append(fields.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private static void appendArray(StringBuilder out, JsonArray array) {
    out.append('[');
    Iterator<JsonValue> items = array.items().iterator();
    while (items.hasNext()) {
      append(out, items.next());
      out.append(items.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private static void appendQuoted(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> appendPlain(out, unit);
      }
    }
    out.append('"');
  }

  private static void appendPlain(StringBuilder out, char unit) {
    if (unit < 0x20) {
      out.append("\\u%04x".formatted((int) unit));
    } else {
      out.append(unit);
    }
  }
}
