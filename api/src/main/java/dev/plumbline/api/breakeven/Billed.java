package dev.plumbline.api.breakeven;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;

/** A model as one provider sells it, written {@code openai/gpt-4o-2024-08-06}. */
record Billed(Provider provider, String model) {

  Billed {
    requireNonNull(provider, "provider");
    if (model.isBlank()) {
      throw new IllegalArgumentException("a model is written provider/model");
    }
  }

  /**
   * Reads provider and model.
   *
   * @throws IllegalArgumentException when the text has no slash or no provider before it
   */
  static Billed of(String text) {
    int slash = text.indexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException("a model is written provider/model, not " + text);
    }
    return new Billed(Provider.of(text.substring(0, slash)), text.substring(slash + 1));
  }

  String text() {
    return provider.key() + "/" + model;
  }

  @Override
  public String toString() {
    return text();
  }
}
