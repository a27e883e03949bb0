package dev.plumbline.pricing.tokens;

/** The base model inside a model name, which decides about encodings and image rules. */
final class BaseNames {

  private BaseNames() {}

  static String baseOf(String model) {
    if (model.startsWith("ft:")) {
      int end = model.indexOf(':', 3);
      return end < 0 ? model.substring(3) : model.substring(3, end);
    }
    return model;
  }
}
