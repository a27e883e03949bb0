package dev.plumbline.lifecycle.change;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Somebody answers for an objection until a day.
 *
 * @param expires first day on which it no longer holds
 */
public record ChangeWaiver(Objection objection, Person owner, String reason, LocalDate expires) {

  public ChangeWaiver {
    requireNonNull(objection, "objection");
    requireNonNull(owner, "owner");
    requireNonNull(reason, "reason");
    requireNonNull(expires, "expires");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a waiver needs a reason");
    }
  }

  public boolean holdsFor(Objection other, LocalDate day) {
    return objection == other && day.isBefore(expires);
  }
}
