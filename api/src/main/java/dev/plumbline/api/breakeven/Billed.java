package dev.plumbline.api.breakeven;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;

/** A model as one provider sells it. */
record Billed(Provider provider, String model) {

  Billed {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
  }

  /** As a parameter: OpenAI's names stand alone, others carry their provider. */
  String text() {
    return provider.equals(Provider.OPENAI) ? model : provider.key() + "/" + model;
  }
}
