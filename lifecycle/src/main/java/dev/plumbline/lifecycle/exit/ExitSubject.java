package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.ModelId;
import java.util.List;
import java.util.Optional;

/**
 * The model to be left, and everybody who will notice.
 *
 * @param base what it was trained on, as far as anybody knows
 * @param owner who answers for the model
 */
public record ExitSubject(
    ModelId model,
    Optional<String> base,
    Optional<String> environment,
    Optional<String> owner,
    List<Dependant> dependants) {

  /**
   * An application that calls the model.
   *
   * @param contact where its people are reached
   * @param criticality in the words of who registered it
   */
  public record Dependant(
      String name, Optional<String> owner, Optional<String> contact, Optional<String> criticality) {

    public Dependant {
      requireNonNull(name, "name");
      requireNonNull(owner, "owner");
      requireNonNull(contact, "contact");
      requireNonNull(criticality, "criticality");
    }
  }

  public ExitSubject {
    requireNonNull(model, "model");
    requireNonNull(base, "base");
    requireNonNull(environment, "environment");
    requireNonNull(owner, "owner");
    dependants = List.copyOf(dependants);
  }
}
