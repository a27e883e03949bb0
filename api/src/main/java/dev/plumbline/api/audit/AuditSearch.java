package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Which entries are asked for. An empty text asks for all.
 *
 * @param actor id, or a part of the name
 * @param action as it is published, or what stands before its full stop
 * @param to exclusive
 */
record AuditSearch(
    String actor, String action, String subjectKind, String subjectId, Instant from, Instant to) {

  /** Before and after every entry, within what PostgreSQL can keep. */
  static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  static final AuditSearch EVERYTHING = new AuditSearch("", "", "", "", EARLIEST, LATEST);

  AuditSearch {
    requireNonNull(actor, "actor");
    requireNonNull(action, "action");
    requireNonNull(subjectKind, "subjectKind");
    requireNonNull(subjectId, "subjectId");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }
}
