package dev.plumbline.api.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.change.ChangeWaiver;
import dev.plumbline.lifecycle.change.EvidenceLink;
import dev.plumbline.lifecycle.change.Objection;
import dev.plumbline.lifecycle.change.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event brought along; which fields there are depends on its kind. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventDetail(
    @Nullable String name,
    @Nullable String link,
    @Nullable String sha256,
    @Nullable String objection,
    @Nullable LocalDate expires,
    @Nullable String text,
    @Nullable List<String> objections) {

  static EventDetail of(EvidenceLink evidence) {
    return new EventDetail(
        evidence.name(),
        evidence.link().orElse(null),
        evidence.sha256().orElse(null),
        null,
        null,
        evidence.note().orElse(null),
        null);
  }

  static EventDetail of(ChangeWaiver waiver) {
    return new EventDetail(
        null, null, null, waiver.objection().label(), waiver.expires(), waiver.reason(), null);
  }

  static EventDetail of(String text, List<String> objections) {
    return new EventDetail(null, null, null, null, null, text, objections);
  }

  EvidenceLink evidence() {
    return new EvidenceLink(
        String.valueOf(name),
        Optional.ofNullable(link),
        Optional.ofNullable(sha256),
        Optional.ofNullable(text));
  }

  ChangeWaiver waiver(Person owner) {
    return new ChangeWaiver(
        Objection.valueOf(String.valueOf(objection).toUpperCase(Locale.ROOT)),
        owner,
        String.valueOf(text),
        expires);
  }

  String words() {
    return text == null ? "" : text;
  }

  List<String> waived() {
    return objections == null ? List.of() : objections;
  }
}
