package dev.plumbline.api.organisations;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The owner of everything that is not a shared fact; first in every key of its tables. */
public record Organisation(UUID id) {

  /** The installation's own, made by the first migration; its administrators run the others. */
  public static final Organisation FIRST =
      new Organisation(UUID.fromString("00000000-0000-0000-0000-000000000001"));

  public Organisation {
    requireNonNull(id, "id");
  }
}
