package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.identity.Actor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An entry as a person reads it.
 *
 * @param actorKind {@code token} or {@code system}; empty for a person
 * @param few changes that are always shown
 * @param more changes that are shown on request
 */
record AuditRow(
    long number,
    String day,
    String time,
    String actor,
    String actorId,
    String actorKind,
    String what,
    String subjectKind,
    String subjectId,
    List<FieldChange> few,
    List<FieldChange> more) {

  private static final int FEW = 4;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  AuditRow {
    requireNonNull(day, "day");
    few = List.copyOf(few);
    more = List.copyOf(more);
  }

  static AuditRow of(ChainedEntry chained) {
    AuditEntry entry = chained.entry();
    List<FieldChange> changes = FieldChanges.between(entry.before(), entry.after());
    int shown = changes.size() <= FEW + 1 ? changes.size() : FEW;
    Actor actor = entry.actor();
    return new AuditRow(
        entry.number(),
        entry.at().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
        TIME.format(entry.at()),
        actor.name(),
        actor.id(),
        actor.kind() == Actor.Kind.MEMBER ? "" : actor.kind().name().toLowerCase(Locale.ROOT),
        words(entry.action()),
        words(entry.subjectKind()),
        entry.subjectId(),
        changes.subList(0, shown),
        changes.subList(shown, changes.size()));
  }

  /** What else this actor did. */
  public String actorLink() {
    return "/audit?actor=" + URLEncoder.encode(actorId, StandardCharsets.UTF_8);
  }

  /** What else happened to this one. */
  public String subjectLink() {
    return "/audit?subject=" + URLEncoder.encode(subjectId, StandardCharsets.UTF_8);
  }

  /** {@code member.link_made} as words. */
  private static String words(String name) {
    return name.replace('.', ' ').replace('_', ' ').replace('-', ' ');
  }
}
