package dev.plumbline.api.limits;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Reads text that every part of the product can store: no U+0000, which PostgreSQL refuses, and no
 * half of a surrogate pair, which turns into a question mark, so that two names become one.
 */
final class SoundText extends StdScalarDeserializer<String> {

  private static final long serialVersionUID = 1;

  SoundText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = StringDeserializer.instance.deserialize(parser, context);
    if (text != null && !isSound(text)) {
      return (String)
          context.handleWeirdStringValue(String.class, text, "U+0000 or half a surrogate pair");
    }
    return text;
  }

  static boolean isSound(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }
}
