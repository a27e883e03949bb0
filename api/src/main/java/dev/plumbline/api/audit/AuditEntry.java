package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import java.time.Instant;
import java.util.Optional;

/**
 * One link of an organisation's chain.
 *
 * @param number from 1, without gaps
 * @param at the database's clock, in microseconds: what the database keeps, so what is hashed
 * @param before JSON, exactly as it was hashed
 */
record AuditEntry(
    Organisation organisation,
    long number,
    Instant at,
    Actor actor,
    String action,
    String subjectKind,
    String subjectId,
    Optional<String> before,
    Optional<String> after) {

  AuditEntry {
    requireNonNull(organisation, "organisation");
    requireNonNull(at, "at");
    requireNonNull(actor, "actor");
    requireNonNull(action, "action");
    requireNonNull(subjectKind, "subjectKind");
    requireNonNull(subjectId, "subjectId");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    if (at.getNano() % 1000 != 0) {
      throw new IllegalArgumentException("finer than the database keeps: " + at);
    }
  }

  AuditEntry numbered(long other) {
    return new AuditEntry(
        organisation, other, at, actor, action, subjectKind, subjectId, before, after);
  }
}
