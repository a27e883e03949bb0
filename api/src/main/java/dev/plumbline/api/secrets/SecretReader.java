package dev.plumbline.api.secrets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a secret from a JSON text; a refusal never has the value in it. */
final class SecretReader extends StdScalarDeserializer<Secret> {

  private static final long serialVersionUID = 1;

  SecretReader() {
    super(Secret.class);
  }

  @Override
  public Secret deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (Secret) context.handleUnexpectedToken(Secret.class, parser);
    }
    String text = parser.getText();
    if (text.indexOf('\0') >= 0) {
      throw JsonMappingException.from(
          context, "", new IllegalArgumentException("a secret has no U+0000 in it"));
    }
    try {
      return Secret.of(text);
    } catch (IllegalArgumentException e) {
      throw JsonMappingException.from(context, "", e);
    }
  }
}
