package dev.plumbline.api.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as it is published: with everything that its hash covers. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder({
  "organisation",
  "number",
  "at",
  "actor_kind",
  "actor_id",
  "actor_name",
  "action",
  "subject_kind",
  "subject_id",
  "before",
  "after",
  "previous_hash",
  "hash"
})
@Schema(name = "AuditEntry")
record AuditEntryView(
    UUID organisation,
    @Schema(description = "from 1, without gaps") long number,
    @Schema(examples = "2026-11-21T09:15:00.123456Z") String at,
    @Schema(examples = "member", description = "member, token or system") String actorKind,
    String actorId,
    @Schema(description = "as it was at that moment") String actorName,
    @Schema(examples = "override.created") String action,
    @Schema(examples = "override") String subjectKind,
    String subjectId,
    @Schema(description = "JSON text, exactly as it was hashed; null for something new")
        @Nullable String before,
    @Schema(description = "JSON text, exactly as it was hashed; null for something that is gone")
        @Nullable String after,
    @Schema(description = "SHA-256 of the entry before, in hexadecimal digits") String previousHash,
    @Schema(description = "SHA-256 over the previous hash and all fields") String hash) {

  /** Columns of the table in CSV. */
  static final List<String> COLUMNS =
      List.of(
          "number",
          "at",
          "actor_kind",
          "actor_id",
          "actor_name",
          "action",
          "subject_kind",
          "subject_id",
          "before",
          "after",
          "previous_hash",
          "hash");

  static AuditEntryView of(ChainedEntry chained) {
    AuditEntry entry = chained.entry();
    return new AuditEntryView(
        entry.organisation().id(),
        entry.number(),
        entry.at().toString(),
        entry.actor().kind().name().toLowerCase(Locale.ROOT),
        entry.actor().id(),
        entry.actor().name(),
        entry.action(),
        entry.subjectKind(),
        entry.subjectId(),
        entry.before().orElse(null),
        entry.after().orElse(null),
        chained.previous().toString(),
        chained.hash().toString());
  }

  /**
   * @throws IllegalArgumentException when a field is missing or cannot be one of an entry
   */
  ChainedEntry toEntry() {
    AuditEntry entry =
        new AuditEntry(
            new Organisation(given("organisation", organisation)),
            number,
            moment(given("at", at)),
            new Actor(
                kind(given("actor_kind", actorKind)),
                given("actor_id", actorId),
                given("actor_name", actorName)),
            given("action", action),
            given("subject_kind", subjectKind),
            given("subject_id", subjectId),
            Optional.ofNullable(before),
            Optional.ofNullable(after));
    return new ChainedEntry(
        entry,
        ChainHash.parse(given("previous_hash", previousHash)),
        ChainHash.parse(given("hash", hash)));
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("the field " + field + " is missing");
    }
    return value;
  }

  static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a moment such as 2026-01-31T12:00:00Z: " + text, e);
    }
  }

  static Actor.Kind kind(String label) {
    return Arrays.stream(Actor.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of actor: " + label));
  }

  List<String> cells() {
    return List.of(
        Long.toString(number),
        at,
        actorKind,
        actorId,
        actorName,
        action,
        subjectKind,
        subjectId,
        Objects.toString(before, ""),
        Objects.toString(after, ""),
        previousHash,
        hash);
  }
}
