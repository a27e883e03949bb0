package dev.plumbline.lifecycle.drift.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value of a document with its place: asked for the wrong thing, it says where it stands. */
public final class JsonPart {

  private final long line;
  private final String path;

  /** Map of parts, list of parts, text, number as written, truth value, or null. */
  private final @Nullable Object value;

  JsonPart(long line, String path, @Nullable Object value) {
    this.line = line;
    this.path = path;
    this.value = value;
  }

  /** The value without places: text, Long, Double, Boolean, List or Map; null is the text null. */
  public Object plain() {
    if (value instanceof Fields object) {
      Map<String, Object> fields = new LinkedHashMap<>();
      object.byName().forEach((name, part) -> fields.put(name, part.plain()));
      return fields;
    }
    if (value instanceof Items array) {
      return array.parts().stream().map(JsonPart::plain).toList();
    }
    return value == null ? "null" : value;
  }

  /** The place as people write it, for example {@code cycles[2].at}. */
  public String path() {
    return path;
  }

  /** The field, if it is there and not null. */
  public Optional<JsonPart> find(String name) {
    return Optional.ofNullable(fields().get(name)).filter(part -> part.value != null);
  }

  public JsonPart get(String name) {
    return find(name).orElseThrow(() -> refused("lacks the field '" + name + "'"));
  }

  /** All fields in the order of the document. */
  public Map<String, JsonPart> fields() {
    if (value instanceof Fields object) {
      return object.byName();
    }
    throw refused("must be an object");
  }

  /** Refuses fields that nobody would read: a misspelt one would otherwise be silently left out. */
  public JsonPart only(Set<String> names) {
    for (String name : fields().keySet()) {
      if (!names.contains(name)) {
        throw refused("has the unknown field '" + name + "'");
      }
    }
    return this;
  }

  public List<JsonPart> items() {
    if (value instanceof Items array) {
      return array.parts();
    }
    throw refused("must be an array");
  }

  public <T> List<T> list(Function<JsonPart, T> item) {
    return items().stream().map(part -> part.as(item)).toList();
  }

  /** Reads the value; what its type refuses is told with this place. */
  public <T> T as(Function<JsonPart, T> reading) {
    try {
      return reading.apply(this);
    } catch (RefusedJsonException e) {
      throw e;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  public String text() {
    if (value instanceof String text) {
      return text;
    }
    throw refused("must be a text");
  }

  public boolean isText() {
    return value instanceof String;
  }

  public boolean isList() {
    return value instanceof Items;
  }

  public boolean truth() {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw refused("must be true or false");
  }

  /** A number; the texts Infinity and -Infinity are numbers too. */
  public double number() {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if ("Infinity".equals(value)) {
      return Double.POSITIVE_INFINITY;
    }
    if ("-Infinity".equals(value)) {
      return Double.NEGATIVE_INFINITY;
    }
    throw refused("must be a number");
  }

  public long whole() {
    if (value instanceof Long number) {
      return number;
    }
    throw refused("must be a whole number");
  }

  public int small() {
    long number = whole();
    if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
      throw refused("is out of range");
    }
    return (int) number;
  }

  public Instant moment() {
    return as(part -> Instant.parse(part.text()));
  }

  /** The constant whose name it is, in small letters. */
  public <E extends Enum<E>> E constant(Class<E> type) {
    String text = text();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(java.util.Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    throw refused("'" + text + "' is not known here");
  }

  /** An exception that names this place. */
  public RefusedJsonException refused(String problem) {
    String field = path.isEmpty() ? "" : ", " + path;
    return new RefusedJsonException("line " + line + field + ": " + problem);
  }

  /** An object's fields. */
  record Fields(Map<String, JsonPart> byName) {}

  /** An array's parts. */
  record Items(List<JsonPart> parts) {}
}
