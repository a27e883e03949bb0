package dev.plumbline.api.limits;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads decimal numbers whose arithmetic is cheap: {@code 1e2000000} is short and burns seconds.
 */
final class ModestDecimal extends StdScalarDeserializer<BigDecimal> {

  private static final long serialVersionUID = 1;

  private static final Pattern MODEST =
      Pattern.compile("[-+]?\\d{1,20}(\\.\\d{1,18})?([eE][-+]?(1[0-8]|0?\\d))?");

  ModestDecimal() {
    super(BigDecimal.class);
  }

  @Override
  public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.currentToken().isNumeric() && !parser.hasToken(JsonToken.VALUE_STRING)) {
      return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
    }
    String text = parser.getText();
    if (!MODEST.matcher(text).matches()) {
      return (BigDecimal)
          context.handleWeirdStringValue(
              BigDecimal.class, text, "at most 20 digits before the point and 18 after it");
    }
    return new BigDecimal(text);
  }
}
