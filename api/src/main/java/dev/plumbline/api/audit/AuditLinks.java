package dev.plumbline.api.audit;

import dev.plumbline.api.web.QueryValues;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The search of the page, and the addresses that keep it.
 *
 * @param actor as typed
 * @param from first day
 * @param to last day, included
 * @param after number of the last entry of the page before
 */
record AuditLinks(
    String actor,
    String action,
    String subject,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Long> after) {

  static AuditLinks of(QueryValues values) {
    return new AuditLinks(
        text(values, "actor"),
        text(values, "action"),
        text(values, "subject"),
        values.dayIfAny("from"),
        values.dayIfAny("to"),
        values
            .textIfAny("after")
            .filter(text -> text.matches("[1-9]\\d{0,17}"))
            .map(Long::valueOf));
  }

  /** PostgreSQL keeps no NUL, and no name or id has another control character. */
  private static String text(QueryValues values, String name) {
    String text = values.text(name);
    if (text.chars().anyMatch(Character::isISOControl)) {
      values.refuse(name, "has control characters; leave them out");
      return "";
    }
    return text;
  }

  AuditSearch search() {
    return new AuditSearch(
        actor,
        action,
        "",
        subject,
        from.map(AuditLinks::start).orElse(AuditSearch.EARLIEST),
        to.map(day -> start(day.plusDays(1))).orElse(AuditSearch.LATEST));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  TrailPosition position(int limit) {
    TrailPosition newest = TrailPosition.newest(limit);
    return after.map(newest::behind).orElse(newest);
  }

  /** Address of the next page, when there is one. */
  Optional<String> older(List<ChainedEntry> found, int shown) {
    return found.size() <= shown
        ? Optional.empty()
        : Optional.of(text(page().queryParam("after", found.get(shown - 1).number())));
  }

  /** Of the first page of the same search. */
  public String newest() {
    return text(page());
  }

  /** The same search as a file. */
  public String csv() {
    UriBuilder file = UriBuilder.fromPath("/api/v1/audit.csv");
    add(file, "actor", actor);
    add(file, "action", action);
    add(file, "subject_id", subject);
    from.ifPresent(day -> file.queryParam("from", start(day)));
    to.ifPresent(day -> file.queryParam("to", start(day.plusDays(1))));
    return text(file);
  }

  private UriBuilder page() {
    UriBuilder page = UriBuilder.fromPath("/audit");
    add(page, "actor", actor);
    add(page, "action", action);
    add(page, "subject", subject);
    from.ifPresent(day -> page.queryParam("from", day));
    to.ifPresent(day -> page.queryParam("to", day));
    return page;
  }

  /** Braces would be read as placeholders. */
  private static void add(UriBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, value.replace("{", "%7B").replace("}", "%7D"));
    }
  }

  private static String text(UriBuilder address) {
    return address.build().toString();
  }

  public boolean isFirstPage() {
    return after.isEmpty();
  }

  public boolean isEverything() {
    return isFirstPage()
        && actor.isEmpty()
        && action.isEmpty()
        && subject.isEmpty()
        && from.isEmpty()
        && to.isEmpty();
  }
}
