package dev.plumbline.api.organisations;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The owner of everything that is not a shared fact; first in every key of its tables. */
public record Organisation(UUID id) {

  /** The one that the first migration makes and everybody works for until there is a login. */
  public static final Organisation DEFAULT =
      new Organisation(UUID.fromString("00000000-0000-0000-0000-000000000001"));

  public Organisation {
    requireNonNull(id, "id");
  }
}
