package dev.plumbline.api.identity;

import static java.util.Objects.requireNonNull;

/**
 * Who did something, as the audit trail names them.
 *
 * @param id of the member or the token; {@code plumbline} for the system
 * @param name as it was at that moment
 */
public record Actor(Kind kind, String id, String name) {

  /** Plumbline itself, for what it does at its start and by schedule. */
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "plumbline", "Plumbline");

  /** A person, a machine, or Plumbline itself. */
  public enum Kind {
    MEMBER,
    TOKEN,
    SYSTEM
  }

  public Actor {
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
    requireNonNull(name, "name");
  }
}
