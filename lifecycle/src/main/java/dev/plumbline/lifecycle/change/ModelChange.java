package dev.plumbline.lifecycle.change;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One wanted change of model, decided once by somebody else than who wants it. Plumbline carries
 * none out: it says what was decided, people switch.
 */
public record ModelChange(
    ChangeRequest request,
    Person author,
    Instant requestedAt,
    List<EvidenceLink> evidence,
    List<ChangeWaiver> waivers,
    Decision decision) {

  public ModelChange {
    requireNonNull(request, "request");
    requireNonNull(author, "author");
    requireNonNull(requestedAt, "requestedAt");
    evidence = List.copyOf(evidence);
    waivers = List.copyOf(waivers);
    requireNonNull(decision, "decision");
  }

  public static ModelChange requested(ChangeRequest request, Person author, Instant at) {
    return new ModelChange(request, author, at, List.of(), List.of(), new Decision.Pending());
  }

  public ModelChange with(EvidenceLink link) {
    return new ModelChange(request, author, requestedAt, joined(evidence, link), waivers, decision);
  }

  public ModelChange with(ChangeWaiver waiver) {
    return new ModelChange(
        request, author, requestedAt, evidence, joined(waivers, waiver), decision);
  }

  private static <T> List<T> joined(List<T> some, T another) {
    return Stream.concat(some.stream(), Stream.of(another)).toList();
  }

  /**
   * Says yes, if the person may and nothing stands against it that is not waived.
   *
   * @param rollback whether one could go back afterwards
   */
  public Approval approve(Person by, Instant at, String note, RollbackCheck rollback) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    List<String> reasons = new ArrayList<>(againstPerson(by));
    reasons.addAll(objections(rollback, day));
    if (!reasons.isEmpty()) {
      return new Approval.Blocked(reasons);
    }
    return decided(new Decision.Approved(by, at, note, waived(rollback, day)));
  }

  private List<String> againstPerson(Person by) {
    List<String> reasons = new ArrayList<>();
    if (!decision.isPending()) {
      reasons.add("it is decided already");
    }
    if (by.isSameAs(author)) {
      reasons.add("%s asked for it, so somebody else has to approve it".formatted(author.name()));
    }
    return reasons;
  }

  /** What stands against the change on a day and is not waived, in sentences. */
  public List<String> objections(RollbackCheck rollback, LocalDate day) {
    return raised(rollback).filter(raised -> !isWaived(raised, day)).map(Raised::words).toList();
  }

  private List<String> waived(RollbackCheck rollback, LocalDate day) {
    return raised(rollback).filter(raised -> isWaived(raised, day)).map(Raised::words).toList();
  }

  private record Raised(Objection objection, String words) {}

  private Stream<Raised> raised(RollbackCheck rollback) {
    Stream<Raised> back =
        rollback.findObjection().stream()
            .map(objection -> new Raised(objection, rollback.sentence()));
    Stream<Raised> proof =
        evidence.isEmpty()
            ? Stream.of(
                new Raised(
                    Objection.NO_EVIDENCE, "no evidence is attached that the change does no harm"))
            : Stream.empty();
    return Stream.concat(back, proof);
  }

  private boolean isWaived(Raised raised, LocalDate day) {
    return waivers.stream().anyMatch(waiver -> waiver.holdsFor(raised.objection(), day));
  }

  /** Says no. Its author withdraws instead. */
  public Approval refuse(Person by, Instant at, String reason) {
    List<String> reasons = new ArrayList<>();
    if (!decision.isPending()) {
      reasons.add("it is decided already");
    }
    if (by.isSameAs(author)) {
      reasons.add("%s asked for it and can only withdraw it".formatted(author.name()));
    }
    return reasons.isEmpty()
        ? decided(new Decision.Refused(by, at, reason))
        : new Approval.Blocked(reasons);
  }

  /** Takes the request back, which only its author does, approved or not. */
  public Approval withdraw(Person by, Instant at, String reason) {
    List<String> reasons = new ArrayList<>();
    if (decision instanceof Decision.Refused || decision instanceof Decision.Withdrawn) {
      reasons.add("it is over already");
    }
    if (!by.isSameAs(author)) {
      reasons.add("only %s asked for it and can withdraw it".formatted(author.name()));
    }
    return reasons.isEmpty()
        ? decided(new Decision.Withdrawn(by, at, reason))
        : new Approval.Blocked(reasons);
  }

  private Approval decided(Decision made) {
    return new Approval.Decided(
        new ModelChange(request, author, requestedAt, evidence, waivers, made));
  }
}
