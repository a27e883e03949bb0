package dev.plumbline.pricing.json;

/**
 * How large a JSON document may be.
 *
 * @param depth nested objects and arrays
 * @param stringLength UTF-16 units of one string
 * @param nameLength UTF-16 units of one name
 * @param numberLength digits of one number
 */
public record JsonLimits(int depth, int stringLength, int nameLength, int numberLength) {

  /** Training rows hold long texts and nested tool schemas, and nothing else that is large. */
  public static final JsonLimits TRAINING_ROW = new JsonLimits(64, 32 * 1024 * 1024, 1_024, 100);

  public JsonLimits {
    if (Math.min(Math.min(depth, stringLength), Math.min(nameLength, numberLength)) < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
