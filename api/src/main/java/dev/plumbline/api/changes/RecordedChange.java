package dev.plumbline.api.changes;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.change.ModelChange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request with all that happened to it.
 *
 * @param plan the exit plan that asked for it
 */
public record RecordedChange(
    UUID id, Optional<UUID> plan, ModelChange change, List<ChangeEvent> events) {

  public RecordedChange {
    requireNonNull(id, "id");
    requireNonNull(plan, "plan");
    requireNonNull(change, "change");
    events = List.copyOf(events);
  }
}
