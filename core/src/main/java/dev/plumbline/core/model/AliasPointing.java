package dev.plumbline.core.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One statement that an alias points at a snapshot.
 *
 * @param snapshot empty for a rolling alias, which has none
 * @param from first day on which the statement can hold; LocalDate.MIN when nobody knows it
 * @param openStart whether {@code from} is only a bound: the move came on that day or later
 * @param announced day on which the provider said it; empty for an observation
 * @param observed whether the row comes from looking, not from an announcement
 * @param settled first day on which nobody doubts an open start any more
 */
record AliasPointing(
    Optional<String> snapshot,
    LocalDate from,
    boolean openStart,
    Optional<LocalDate> announced,
    boolean observed,
    Optional<LocalDate> settled,
    String kind,
    String source) {

  AliasPointing {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(from, "from");
    requireNonNull(announced, "announced");
    requireNonNull(settled, "settled");
    requireNonNull(kind, "kind");
    requireNonNull(source, "source");
  }

  /** Reads target, effective, announced, settled, kind and source of one row. */
  static AliasPointing of(List<String> cells) {
    String effective = cells.get(1);
    return new AliasPointing(
        filled(cells.get(0)),
        firstDay(effective),
        effective.isEmpty() || effective.startsWith(">"),
        filled(cells.get(2)).map(LocalDate::parse),
        effective.startsWith(">") && !effective.startsWith(">="),
        filled(cells.get(3)).map(LocalDate::parse),
        cells.get(4),
        cells.get(5));
  }

  /** {@code >day} means that the alias was seen unchanged on that day. */
  private static LocalDate firstDay(String effective) {
    if (effective.isEmpty()) {
      return LocalDate.MIN;
    }
    if (effective.startsWith(">=")) {
      return LocalDate.parse(effective.substring(2));
    }
    if (effective.startsWith(">")) {
      return LocalDate.parse(effective.substring(1)).plusDays(1);
    }
    return LocalDate.parse(effective);
  }

  private static Optional<String> filled(String cell) {
    return Optional.of(cell).filter(text -> !text.isEmpty());
  }

  AliasMove move() {
    Optional<LocalDate> day = from.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(from);
    return new AliasMove(snapshot, announced, day, observed, kind, source);
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from);
  }

  boolean isUncertainOn(LocalDate day) {
    return openStart && settled.map(day::isBefore).orElse(true);
  }

  /** Whether this observation shows that an announced move to the same snapshot came later. */
  boolean delays(AliasPointing announced) {
    return observed
        && !announced.observed
        && snapshot.equals(announced.snapshot)
        && announced.from.isBefore(from);
  }
}
