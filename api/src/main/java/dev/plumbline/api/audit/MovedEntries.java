package dev.plumbline.api.audit;

import dev.plumbline.api.audit.Tampering.Kind;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Recognises entries that are genuine but stand under another number: swapped ones, or all that
 * were renumbered to hide that one was taken out or put in. Neighbours that moved by the same
 * distance are told once.
 */
final class MovedEntries {

  private static final int FARTHEST = 1000;

  /** Of one check: a trail that is wrong everywhere must not take hours. */
  private long attemptsLeft = 500_000;

  private long from;
  private long to;
  private long distance;

  /** Whether the entry is one of those; a run of others that ended before it is told. */
  boolean take(ChainedEntry entry, Consumer<Tampering> found) {
    OptionalLong original = original(entry);
    if (original.isEmpty()) {
      return false;
    }
    long moved = original.getAsLong() - entry.number();
    if (distance != moved || entry.number() != to + 1) {
      end(false).ifPresent(found);
      from = entry.number();
      distance = moved;
    }
    to = entry.number();
    return true;
  }

  /**
   * The run that is open, if any.
   *
   * @param ofTheChain whether all entries to the end are in it, which nothing but a gap or an
   *     insertion explains
   */
  Optional<Tampering> end(boolean ofTheChain) {
    if (distance == 0) {
      return Optional.empty();
    }
    Tampering told = ofTheChain ? shifted() : swapped();
    distance = 0;
    return Optional.of(told);
  }

  private Tampering swapped() {
    return new Tampering(Kind.REORDERED, from, words());
  }

  private Tampering shifted() {
    return distance > 0
        ? new Tampering(Kind.DELETED, from, words() + ", so what stood before them was taken out")
        : new Tampering(Kind.INSERTED, from + distance, words() + ", so others were put before");
  }

  private String words() {
    return from == to
        ? "entry %d was written as entry %d".formatted(from, from + distance)
        : "entries %d to %d were written as %d to %d"
            .formatted(from, to, from + distance, to + distance);
  }

  private OptionalLong original(ChainedEntry entry) {
    if (distance != 0 && entry.wasWrittenAs(entry.number() + distance)) {
      return OptionalLong.of(entry.number() + distance);
    }
    for (long away = 1; away <= FARTHEST && attemptsLeft > 0; away++) {
      attemptsLeft -= 2;
      if (entry.wasWrittenAs(entry.number() + away)) {
        return OptionalLong.of(entry.number() + away);
      }
      if (entry.number() > away && entry.wasWrittenAs(entry.number() - away)) {
        return OptionalLong.of(entry.number() - away);
      }
    }
    return OptionalLong.empty();
  }
}
