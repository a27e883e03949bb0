package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.model.ModelId;
import java.util.Optional;

/**
 * A name inside a token.
 *
 * @param written the name with its router prefix
 * @param offset where it begins in the token
 * @param model empty when it looks like a name that no source knows
 * @param isRouted whether the text itself says whose model it is
 */
record NamedModel(String written, int offset, Optional<ModelId> model, boolean isRouted) {

  NamedModel at(int further) {
    return new NamedModel(written, offset + further, model, isRouted);
  }

  boolean isOrdinaryWord() {
    return !isRouted && OrdinaryWords.contains(written);
  }
}
