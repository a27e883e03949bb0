package dev.plumbline.api.exitplans;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of an open exit plan whose last day is over.
 *
 * @param key tells it apart within its plan
 * @param owner who does it, as it was typed; of the plan when the step names nobody
 */
public record OverdueStep(
    UUID plan,
    String provider,
    String model,
    String key,
    String title,
    Optional<String> owner,
    LocalDate due) {

  public OverdueStep {
    requireNonNull(plan, "plan");
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
    requireNonNull(key, "key");
    requireNonNull(title, "title");
    requireNonNull(owner, "owner");
    requireNonNull(due, "due");
  }
}
