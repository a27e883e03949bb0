package dev.plumbline.lifecycle.deprecation.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The objects of a JSON array, wherever in the document it is: each as texts by lower-case name.
 * Lists of texts are joined by slashes, nested objects are left out.
 */
final class FlatObjects {

  private static final int MOST_OBJECTS = 20_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxStringLength(200_000)
                  .maxNameLength(1_000)
                  .build())
          .build();

  /** One object and the line where it begins. */
  record FlatObject(long line, Map<String, String> texts) {}

  private final List<FlatObject> objects = new ArrayList<>();

  private FlatObjects() {}

  /**
   * @throws IOException when the text is no JSON or goes beyond the limits
   */
  static List<FlatObject> read(String text) throws IOException {
    var reader = new FlatObjects();
    try (JsonParser json = FACTORY.createParser(text)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.START_ARRAY) {
          reader.array(json);
        }
      }
    }
    return reader.objects;
  }

  private void array(JsonParser json) throws IOException {
    for (JsonToken token = json.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        if (objects.size() == MOST_OBJECTS) {
          throw new IOException("more than %,d objects".formatted(MOST_OBJECTS));
        }
        objects.add(object(json));
      } else {
        json.skipChildren();
      }
    }
  }

  private static FlatObject object(JsonParser json) throws IOException {
    long line = json.currentTokenLocation().getLineNr();
    Map<String, String> texts = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName().toLowerCase(Locale.ROOT);
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_ARRAY) {
        texts.put(name, joined(json));
      } else if (value == JsonToken.START_OBJECT) {
        json.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        texts.put(name, json.getText());
      }
    }
    return new FlatObject(line, texts);
  }

  private static String joined(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken().isScalarValue()) {
        texts.add(json.getText());
      }
      json.skipChildren();
    }
    return String.join(" / ", texts);
  }
}
