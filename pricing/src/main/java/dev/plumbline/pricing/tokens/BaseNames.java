package dev.plumbline.pricing.tokens;

import dev.plumbline.core.model.ModelNames;

/** The base model inside a model name, which decides about encodings and image rules. */
final class BaseNames {

  private static final ModelNames NAMES = ModelNames.bundled();

  private BaseNames() {}

  /** The base; the name itself when it is no model name that we can take apart. */
  static String baseOf(String model) {
    return NAMES
        .parse(model)
        .match(id -> id.base().orElse(id.canonical()), none -> withoutMarks(model));
  }

  /** A base that the table of known names lacks may still be covered by a pattern. */
  private static String withoutMarks(String model) {
    if (!model.startsWith("ft:")) {
      return model;
    }
    int end = model.indexOf(':', 3);
    return end < 0 ? model.substring(3) : model.substring(3, end);
  }
}
