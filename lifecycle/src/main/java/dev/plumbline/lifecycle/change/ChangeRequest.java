package dev.plumbline.lifecycle.change;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.ModelId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody wants to be changed.
 *
 * @param where the application, deployment or plan that calls the model
 * @param from what is called today; it is what one would go back to
 * @param to what shall be called; empty when the model is given up
 * @param switchDate first day with the new model
 * @param rollbackDays after it during which one must be able to go back
 */
public record ChangeRequest(
    String where,
    ModelId from,
    Optional<ModelId> to,
    String reason,
    LocalDate switchDate,
    int rollbackDays) {

  public ChangeRequest {
    requireNonNull(where, "where");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(reason, "reason");
    requireNonNull(switchDate, "switchDate");
    if (where.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a change needs a place and a reason");
    }
    if (rollbackDays < 0) {
      throw new IllegalArgumentException("days must not be negative: " + rollbackDays);
    }
    if (to.map(model -> model.canonical().equals(from.canonical())).orElse(false)
        && to.map(model -> model.provider().equals(from.provider())).orElse(false)) {
      throw new IllegalArgumentException("that is no change: " + from);
    }
  }
}
