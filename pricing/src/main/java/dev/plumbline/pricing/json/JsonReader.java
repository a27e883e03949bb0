package dev.plumbline.pricing.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonBoolean;
import dev.plumbline.pricing.json.JsonValue.JsonNull;
import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonValue.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON document strictly: no duplicate names, no NaN, nothing after the value, no lone
 * surrogates, no U+0000. Safe for use by several threads.
 */
public final class JsonReader {

  private final JsonFactory factory;
  private final boolean nulAccepted;

  public JsonReader(JsonLimits limits) {
    this(limits, false);
  }

  private JsonReader(JsonLimits limits, boolean nulAccepted) {
    this.nulAccepted = nulAccepted;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxStringLength(limits.stringLength())
                    .maxNameLength(limits.nameLength())
                    .maxNumberLength(limits.numberLength())
                    .build())
            .build();
  }

  /** A reader for texts that are only counted: U+0000 is a character like any other to it. */
  public static JsonReader acceptingNul(JsonLimits limits) {
    return new JsonReader(limits, true);
  }

  /**
   * Reads the one value that a document holds.
   *
   * @throws JsonRefusedException names the field, what is wrong with it and the way out
   */
  public JsonValue read(String document) throws JsonRefusedException {
    requireNonNull(document, "document");
    try (JsonParser parser = factory.createParser(document)) {
      Reading reading = new Reading(parser, nulAccepted);
      JsonValue value = reading.value();
      reading.demandEnd();
      return value;
    } catch (IOException e) {
      throw new JsonRefusedException("", "cannot be read: " + e.getMessage(), "check the file");
    }
  }

  /** One document being read; knows the path to the value at hand. */
  private static final class Reading {

    private final JsonParser parser;
    private final boolean nulAccepted;

    Reading(JsonParser parser, boolean nulAccepted) {
      this.parser = parser;
      this.nulAccepted = nulAccepted;
    }

    JsonValue value() throws JsonRefusedException {
      try {
        parser.nextToken();
        return current();
      } catch (StreamConstraintsException e) {
        throw refused("a limit is exceeded: " + firstSentence(e), "shorten or flatten this value");
      } catch (JsonParseException e) {
        throw refused("not JSON: " + firstSentence(e), "write one valid JSON object on this line");
      } catch (IOException e) {
        throw refused("not JSON: " + e.getMessage(), "write one valid JSON object on this line");
      }
    }

    private JsonValue current() throws IOException, JsonRefusedException {
      JsonToken token = parser.currentToken();
      if (token == null) {
        throw refused("there is no JSON value here", "remove the line or write an object");
      }
      return switch (token) {
        case START_OBJECT -> object();
        case START_ARRAY -> array();
        case VALUE_STRING -> new JsonText(checked(parser.getText()));
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
        case VALUE_TRUE -> new JsonBoolean(true);
        case VALUE_FALSE -> new JsonBoolean(false);
        case VALUE_NULL -> new JsonNull();
        case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
            throw refused("unexpected " + token, "write one valid JSON object on this line");
      };
    }

    private JsonObject object() throws IOException, JsonRefusedException {
      Map<String, JsonValue> fields = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = checked(parser.currentName());
        parser.nextToken();
        if (fields.put(name, current()) != null) {
          throw refused("the name '" + name + "' occurs twice", "keep one of the two");
        }
      }
      return new JsonObject(fields);
    }

    private JsonArray array() throws IOException, JsonRefusedException {
      List<JsonValue> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(current());
      }
      return new JsonArray(items);
    }

    void demandEnd() throws JsonRefusedException {
      try {
        if (parser.nextToken() != null) {
          throw refused("something follows the object", "write one object per line");
        }
      } catch (IOException e) {
        throw refused("something follows the object", "write one object per line");
      }
    }

    private String checked(String text) throws JsonRefusedException {
      for (int i = 0; i < text.length(); i++) {
        char unit = text.charAt(i);
        if (unit == 0 && !nulAccepted) {
          throw refused("holds the character U+0000", "remove \\u0000");
        }
        if (Character.isSurrogate(unit)) {
          if (!pairAt(text, i)) {
            throw refused("holds half of a surrogate pair", "write the whole character or none");
          }
          i++;
        }
      }
      return text;
    }

    private static boolean pairAt(String text, int i) {
      return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private JsonRefusedException refused(String problem, String remedy) {
      return new JsonRefusedException(FieldPath.of(parser.getParsingContext()), problem, remedy);
    }

    /** Jackson's own message without the excerpt of the document, which may be private. */
    private String firstSentence(com.fasterxml.jackson.core.JsonProcessingException e) {
      String message = e.getOriginalMessage();
      int end = message.indexOf('\n');
      String first = end < 0 ? message : message.substring(0, end);
      return first + " (column " + parser.currentLocation().getColumnNr() + ")";
    }
  }
}
