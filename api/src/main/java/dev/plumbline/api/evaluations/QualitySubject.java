package dev.plumbline.api.evaluations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.lifecycle.registry.ModelKey;
import java.util.UUID;

/**
 * Whose answers are graded.
 *
 * @param deployment its name; empty for the model wherever it is served
 */
record QualitySubject(ModelKey key, String deployment) {

  /** The same for ever, so that a verdict can be computed again. */
  long seed() {
    return UUID.nameUUIDFromBytes(toString().getBytes(UTF_8)).getMostSignificantBits();
  }

  @Override
  public String toString() {
    return key.provider().key()
        + ":"
        + key.model()
        + (deployment.isEmpty() ? "" : "@" + deployment);
  }
}
