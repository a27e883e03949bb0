package dev.plumbline.api.audit;

import dev.plumbline.api.audit.Tampering.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares a chain with what is known about its end: the head that is stored beside it, and heads
 * that were signed and kept elsewhere. A rewritten or shortened chain is sound in itself; only the
 * latter show it.
 */
final class HeadCheck {

  private final Optional<ChainHead> stored;
  private final List<SignedHead> signed;
  private final List<Tampering> forged;
  private int next;
  private int agreeing;
  private long confirmedTo;
  private boolean contradicted;
  private boolean storedAgrees;

  private HeadCheck(Optional<ChainHead> stored, List<SignedHead> signed, List<Tampering> forged) {
    this.stored = stored;
    this.signed =
        signed.stream()
            .filter(head -> head.number() > 0) // of an empty trail: every trail goes on from there
            .sorted(Comparator.comparingLong(SignedHead::number))
            .toList();
    this.forged = forged;
    this.storedAgrees = stored.map(head -> head.equals(ChainHead.NOTHING)).orElse(false);
  }

  /** Of a file: nothing is stored beside it. */
  static HeadCheck of(List<SignedHead> heads, PublicKeys keys) {
    return of(Optional.empty(), heads, keys);
  }

  /** Of a table. Heads whose signature does not hold are told, and not believed. */
  static HeadCheck of(Optional<ChainHead> stored, List<SignedHead> heads, PublicKeys keys) {
    List<SignedHead> genuine = new ArrayList<>();
    List<Tampering> forged = new ArrayList<>();
    for (SignedHead head : heads) {
      Optional<String> objection = keys.objection(head);
      if (objection.isEmpty()) {
        genuine.add(head);
      } else {
        forged.add(new Tampering(Kind.HEAD_FORGED, head.number(), objection.get()));
      }
    }
    return new HeadCheck(stored, genuine, forged);
  }

  /** What a signed head of this number says against the entry. */
  Optional<Tampering> at(ChainedEntry entry) {
    if (stored.filter(head -> head.number() == entry.number()).isPresent()) {
      storedAgrees = stored.get().hash().equals(entry.hash());
    }
    Optional<Tampering> objection = Optional.empty();
    while (next < signed.size() && signed.get(next).number() <= entry.number()) {
      SignedHead head = signed.get(next++);
      if (head.number() == entry.number() && objection.isEmpty()) {
        objection = compared(head, entry);
      }
    }
    return objection;
  }

  private Optional<Tampering> compared(SignedHead head, ChainedEntry entry) {
    if (head.hash().equals(entry.hash())) {
      agreeing++;
      confirmedTo = contradicted ? confirmedTo : head.number();
      return Optional.empty();
    }
    if (contradicted) {
      return Optional.empty(); // a chain that was rewritten stays another one: told once
    }
    contradicted = true;
    return Optional.of(
        new Tampering(
            Kind.REWRITTEN,
            confirmedTo + 1,
            "entry %d is not the one of the head signed %s: entries after %d were replaced"
                .formatted(head.number(), head.at(), confirmedTo)));
  }

  /** What only the end shows. */
  List<Tampering> atEnd(long number, ChainHash hash, boolean lastIsBad) {
    List<Tampering> found = new ArrayList<>(forged);
    if (next < signed.size()) {
      SignedHead head = signed.get(signed.size() - 1);
      found.add(cutOff(number, "the head signed %s says %d".formatted(head.at(), head.number())));
    }
    stored.flatMap(head -> against(head, number, lastIsBad)).ifPresent(found::add);
    return found;
  }

  private Optional<Tampering> against(ChainHead head, long number, boolean lastIsBad) {
    if (head.number() > number) {
      return next < signed.size()
          ? Optional.empty() // told already, with a better witness
          : Optional.of(cutOff(number, "the stored head says %d".formatted(head.number())));
    }
    if (head.number() < number) {
      return Optional.of(beyond(head, number));
    }
    return storedAgrees || lastIsBad
        ? Optional.empty()
        : Optional.of(
            new Tampering(
                Kind.HEAD_CHANGED,
                number,
                "the stored head has another hash than entry %d: one of them was changed"
                    .formatted(number)));
  }

  private Tampering beyond(ChainHead head, long number) {
    return storedAgrees && head.number() > 0
        ? new Tampering(
            Kind.INSERTED,
            head.number() + 1,
            "the stored head ends at entry %d, but there are entries up to %d"
                .formatted(head.number(), number))
        : new Tampering(
            Kind.HEAD_CHANGED,
            head.number(),
            "the stored head is no entry of the chain, which ends at %d".formatted(number));
  }

  private static Tampering cutOff(long number, String witness) {
    return new Tampering(
        Kind.CUT_OFF, number + 1, "the trail ends at entry %d, but %s".formatted(number, witness));
  }

  /** Whether the stored head is this entry: then it is linked, although no entry follows it. */
  boolean names(ChainedEntry entry) {
    return stored.filter(head -> head.hash().equals(entry.hash())).isPresent();
  }

  int agreeing() {
    return agreeing;
  }

  long confirmedTo() {
    return confirmedTo;
  }
}
