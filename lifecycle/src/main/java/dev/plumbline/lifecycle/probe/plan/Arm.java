package dev.plumbline.lifecycle.probe.plan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A model that is asked: the one in question, or one beside it in the same minutes that tells why
 * something changed.
 *
 * @param name for people, unique among the arms of a target
 * @param model as it is sent
 * @param provider who bills
 */
public record Arm(String name, Role role, String model, Provider provider) {

  /** Why it is asked. */
  public enum Role {
    /** The model in question. */
    SUBJECT,
    /** A model elsewhere that is not changed on purpose: when it moves, we or the network did. */
    CONTROL,
    /** What a fine-tune was made of. */
    BASE,
    /** Another fine-tune of the same base. */
    SIBLING,
    /** What somebody plans to move to: rehearsed, and no witness of a change. */
    CANDIDATE;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String label) {
      return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
    }
  }

  public Arm {
    requireNonNull(name, "name");
    requireNonNull(role, "role");
    requireNonNull(model, "model");
    requireNonNull(provider, "provider");
  }
}
