package dev.plumbline.api.audit;

import dev.plumbline.api.problem.Input;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Query parameters by which entries are chosen, the same for the list and for the files. */
class AuditFilter {

  private static final int LONGEST = 300;

  @RestQuery
  @Parameter(description = "id of a member or a token, or a part of the name")
  Optional<String> actor;

  @RestQuery
  @Parameter(description = "for example override.created, or override for all of them")
  Optional<String> action;

  @RestQuery("subject_kind")
  @Parameter(description = "what was changed, for example override")
  Optional<String> subjectKind;

  @RestQuery("subject_id")
  Optional<String> subjectId;

  @RestQuery
  @Parameter(description = "from this moment on, for example 2026-11-21T00:00:00Z")
  Optional<String> from;

  @RestQuery
  @Parameter(description = "before this moment")
  Optional<String> to;

  @RestQuery
  @DefaultValue("newest")
  @Parameter(description = "newest or oldest first")
  String order;

  AuditSearch search() {
    return new AuditSearch(
        text("actor", actor),
        text("action", action),
        text("subject_kind", subjectKind),
        text("subject_id", subjectId),
        moment("from", from, AuditSearch.EARLIEST),
        moment("to", to, AuditSearch.LATEST));
  }

  boolean newestFirst() {
    return switch (order) {
      case "newest" -> true;
      case "oldest" -> false;
      default -> throw Input.refused("order", "newest or oldest");
    };
  }

  private static String text(String field, Optional<String> given) {
    String text = given.orElse("").strip();
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw Input.refused(
          field, "longer than %d characters, or with control characters".formatted(LONGEST));
    }
    return text;
  }

  private static Instant moment(String field, Optional<String> given, Instant otherwise) {
    return given
        .filter(text -> !text.isBlank())
        .map(text -> Input.read(field, () -> AuditEntryView.moment(text.strip())))
        .map(moment -> within(field, moment))
        .orElse(otherwise);
  }

  private static Instant within(String field, Instant moment) {
    if (moment.isBefore(AuditSearch.EARLIEST) || moment.isAfter(AuditSearch.LATEST)) {
      throw Input.refused(field, "a moment from 1970 to 9999");
    }
    return moment;
  }
}
