package dev.plumbline.api.notifications;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.AlertStep;
import java.util.List;
import java.util.UUID;

/**
 * What is told in one message: things that happened to alerts of one contact and provider.
 *
 * @param contact who is asked; empty when nobody is named
 */
public record Notice(String contact, String provider, List<Item> items) {

  /**
   * @param alert id of the alert
   */
  public record Item(UUID alert, AlertStep step) {
    public Item {
      requireNonNull(alert, "alert");
      requireNonNull(step, "step");
    }
  }

  public Notice {
    requireNonNull(contact, "contact");
    requireNonNull(provider, "provider");
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a notice without items");
    }
  }

  /** The highest of its items. */
  AlertSeverity severity() {
    return items.stream()
        .map(item -> item.step().after().condition().severity())
        .reduce((a, b) -> a.isAtLeast(b) ? a : b)
        .orElseThrow();
  }
}
