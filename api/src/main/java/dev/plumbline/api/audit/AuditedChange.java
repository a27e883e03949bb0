package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One change as the trail keeps it.
 *
 * @param action noun and past verb, for example {@code override.created}
 * @param subjectKind what was changed, for example {@code override}
 * @param before the published view as it was; empty for something new
 * @param after the published view as it is now; empty for something that is gone. Views of secrets
 *     never hold them
 */
public record AuditedChange(
    String action,
    String subjectKind,
    String subjectId,
    Optional<Object> before,
    Optional<Object> after) {

  public AuditedChange {
    requireNonNull(action, "action");
    requireNonNull(subjectKind, "subjectKind");
    requireNonNull(subjectId, "subjectId");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  public static AuditedChange of(String action, String subjectKind, Object subjectId) {
    return new AuditedChange(
        action, subjectKind, subjectId.toString(), Optional.empty(), Optional.empty());
  }

  public AuditedChange from(Object view) {
    return new AuditedChange(action, subjectKind, subjectId, Optional.of(view), after);
  }

  public AuditedChange to(Object view) {
    return new AuditedChange(action, subjectKind, subjectId, before, Optional.of(view));
  }
}
