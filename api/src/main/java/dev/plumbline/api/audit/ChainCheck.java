package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.audit.Tampering.Kind;
import dev.plumbline.api.organisations.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a chain once, from its first entry on, and says what is wrong with it. Holds two entries
 * and the signed heads, however long the chain is.
 *
 * <p>What is stored beside an entry stays the measure for the next one, so one edit is told once.
 */
final class ChainCheck {

  static final int MOST_FOUND = 100;

  private final Organisation organisation;
  private final HeadCheck heads;
  private final MovedEntries moved = new MovedEntries();
  private final List<Tampering> found = new ArrayList<>();
  private long foundInAll;
  private long entries;
  private long highest;
  private ChainHash last = ChainHash.START;
  private boolean lastIsBad;
  private Optional<ChainedEntry> waiting = Optional.empty();

  /**
   * @param heads what is known about the end from elsewhere
   */
  ChainCheck(Organisation organisation, HeadCheck heads) {
    this.organisation = requireNonNull(organisation, "organisation");
    this.heads = requireNonNull(heads, "heads");
  }

  /** The next entry in the order of the table or the file. */
  void next(ChainedEntry entry) {
    waiting.ifPresent(before -> judge(before, Optional.of(entry.previous())));
    waiting = Optional.of(entry);
  }

  TrailReport end() {
    waiting.ifPresent(last -> judge(last, Optional.empty()));
    waiting = Optional.empty();
    moved.end(true).ifPresent(this::report);
    heads.atEnd(highest, last, lastIsBad).forEach(this::report);
    return new TrailReport(
        organisation,
        entries,
        highest,
        last.toString(),
        heads.agreeing(),
        heads.confirmedTo(),
        found,
        foundInAll);
  }

  private void judge(ChainedEntry entry, Optional<ChainHash> namedByNext) {
    entries++;
    boolean inSequence = placed(entry);
    boolean follows = entry.previous().equals(last);
    boolean sound = entry.isSound();
    boolean known = !sound && moved.take(entry, this::report);
    if (sound) {
      moved.end(false).ifPresent(this::report);
      if (inSequence && !follows && !lastIsBad) {
        report(unfitting(entry));
      }
    } else if (!known) {
      moved.end(false).ifPresent(this::report);
      boolean named = namedByNext.filter(entry.hash()::equals).isPresent() || heads.names(entry);
      report(unsound(entry, follows || named));
    }
    heads.at(entry).ifPresent(this::report);
    if (entry.number() >= highest) {
      lastIsBad = !sound;
      last = entry.hash();
      highest = entry.number();
    }
  }

  /** Whether its number is the next one; tells what is missing before it. */
  private boolean placed(ChainedEntry entry) {
    long expected = highest + 1;
    if (entry.number() > expected) {
      report(new Tampering(Kind.DELETED, expected, missing(expected, entry.number() - 1)));
    }
    if (entry.number() < expected) {
      reportOutOfOrder(entry.number());
    }
    return entry.number() == expected;
  }

  private static String missing(long from, long to) {
    return from == to
        ? "entry %d is not there".formatted(from)
        : "entries %d to %d are not there".formatted(from, to);
  }

  /** An entry that was missed one by one has turned up: then it was moved, not taken out. */
  private void reportOutOfOrder(long number) {
    boolean missed =
        found.removeIf(
            each ->
                each.kind() == Kind.DELETED
                    && each.number() == number
                    && each.detail().equals(missing(number, number)));
    foundInAll -= missed ? 1 : 0;
    report(
        number == highest
            ? new Tampering(Kind.INSERTED, number, "entry %d is there twice".formatted(number))
            : new Tampering(
                Kind.REORDERED,
                number,
                "entry %d stands behind entry %d".formatted(number, highest)));
  }

  private static Tampering unfitting(ChainedEntry entry) {
    if (entry.number() == 1) {
      return new Tampering(
          Kind.REWRITTEN, 1, "entry 1 follows another one, so the chain began before it");
    }
    long before = entry.number() - 1;
    return new Tampering(
        Kind.REWRITTEN,
        before,
        "entry %d follows another entry %d than the one that is there, which was replaced"
            .formatted(entry.number(), before));
  }

  private Tampering unsound(ChainedEntry entry, boolean linked) {
    if (!entry.entry().organisation().equals(organisation)) {
      return new Tampering(
          Kind.INSERTED,
          entry.number(),
          "entry %d names another organisation".formatted(entry.number()));
    }
    return linked
        ? new Tampering(
            Kind.EDITED,
            entry.number(),
            "entry %d does not give its hash: one of its fields was changed"
                .formatted(entry.number()))
        : new Tampering(
            Kind.INSERTED,
            entry.number(),
            "entry %d neither gives its hash nor fits to its neighbours: it was put in"
                .formatted(entry.number()));
  }

  private void report(Tampering tampering) {
    foundInAll++;
    if (found.size() < MOST_FOUND) {
      found.add(tampering);
    }
  }
}
