package dev.plumbline.api.audit;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Chains in memory, and what can be done to them. */
final class SomeTrail {

  private static final Instant START = Instant.parse("2026-11-21T09:00:00.000001Z");

  private SomeTrail() {}

  /** A sound chain of that length. */
  static List<ChainedEntry> of(int length) {
    return chained(
        ChainHash.START, LongStream.rangeClosed(1, length).mapToObj(SomeTrail::entry).toList());
  }

  static AuditEntry entry(long number) {
    return new AuditEntry(
        Organisation.FIRST,
        number,
        START.plusSeconds(number),
        new Actor(Actor.Kind.MEMBER, "member-" + number % 3, "Member " + number % 3),
        "override.created",
        "override",
        "id-" + number,
        Optional.empty(),
        Optional.of("{\"discount\":\"%d\"}".formatted(number)));
  }

  /** The entries with right hashes, from that hash on: what somebody makes who knows the method. */
  static List<ChainedEntry> chained(ChainHash previous, List<AuditEntry> entries) {
    List<ChainedEntry> chain = new ArrayList<>();
    ChainHash last = previous;
    for (AuditEntry entry : entries) {
      ChainHash hash = last.after(entry);
      chain.add(new ChainedEntry(entry, last, hash));
      last = hash;
    }
    return chain;
  }

  static ChainHead head(List<ChainedEntry> chain) {
    ChainedEntry last = chain.get(chain.size() - 1);
    return new ChainHead(last.number(), last.hash());
  }

  /** The same stored hashes around other contents. */
  static ChainedEntry holding(ChainedEntry stored, AuditEntry other) {
    return new ChainedEntry(other, stored.previous(), stored.hash());
  }
}
