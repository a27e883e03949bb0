package dev.plumbline.lifecycle.change;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whether one can go back to the model before: it answered lately, and will for long enough. */
public sealed interface RollbackCheck {

  /** How long after a switch one must be able to go back, unless the asker says otherwise. */
  int USUAL_DAYS = 30;

  /** A proof older than this no longer counts: targets are called once a week. */
  int PROOF_DAYS = 7;

  /**
   * One can go back.
   *
   * @param until the first day on which one no longer can; "not before" when that is its certainty
   */
  record Servable(ModelId target, Instant verifiedAt, LocalDate until, boolean mayBeLater)
      implements RollbackCheck {

    public Servable {
      requireNonNull(target, "target");
      requireNonNull(verifiedAt, "verifiedAt");
      requireNonNull(until, "until");
    }
  }

  /** The target ends before the day until which it is needed. */
  record EndsTooSoon(ModelId target, LocalDate ends, LocalDate neededUntil)
      implements RollbackCheck {

    public EndsTooSoon {
      requireNonNull(target, "target");
      requireNonNull(ends, "ends");
      requireNonNull(neededUntil, "neededUntil");
    }
  }

  /** Something is not known: how long the target lives, or whether it answers. */
  record Unproven(ModelId target, Objection objection, String reason) implements RollbackCheck {

    public Unproven {
      requireNonNull(target, "target");
      requireNonNull(objection, "objection");
      requireNonNull(reason, "reason");
    }
  }

  /** There was no model before. */
  record NoTarget(String reason) implements RollbackCheck {

    public NoTarget {
      requireNonNull(reason, "reason");
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R servable(Servable servable);

    R endsTooSoon(EndsTooSoon refused);

    R unproven(Unproven unproven);

    R noTarget(NoTarget none);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Servable servable) {
      return cases.servable(servable);
    }
    if (this instanceof EndsTooSoon refused) {
      return cases.endsTooSoon(refused);
    }
    if (this instanceof Unproven unproven) {
      return cases.unproven(unproven);
    }
    return cases.noTarget((NoTarget) this);
  }

  /**
   * The model before a change, and what is known of it.
   *
   * @param verifiedAt when a call to it last succeeded
   * @param end of service
   */
  record Target(ModelId model, Optional<Instant> verifiedAt, ClockEnd end) {

    public Target {
      requireNonNull(model, "model");
      requireNonNull(verifiedAt, "verifiedAt");
      requireNonNull(end, "end");
    }
  }

  /**
   * Checks a target.
   *
   * @param asOf the moment of asking; decides whether a proof is recent
   * @param days after the switch during which one must be able to go back
   */
  static RollbackCheck of(Target target, Instant asOf, LocalDate switchDate, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative: " + days);
    }
    LocalDate needed = switchDate.plusDays(days);
    return target
        .end()
        .match(known -> known(target, asOf, known, needed), unknown -> gap(target, unknown));
  }

  private static RollbackCheck gap(Target target, ClockEnd.Unknown unknown) {
    return new Unproven(
        target.model(),
        Objection.ROLLBACK_ENDS_SOON,
        "nobody knows until when %s can be called: %s".formatted(target.model(), unknown.reason()));
  }

  private static RollbackCheck known(
      Target target, Instant asOf, ClockEnd.Known end, LocalDate needed) {
    LocalDate ends = end.end().value();
    if (ends.isBefore(needed)) {
      return new EndsTooSoon(target.model(), ends, needed);
    }
    Optional<Instant> recent = target.verifiedAt().filter(at -> isRecent(at, asOf));
    boolean mayBeLater = end.end().certainty() == Certainty.NOT_BEFORE;
    return recent
        .<RollbackCheck>map(at -> new Servable(target.model(), at, ends, mayBeLater))
        .orElseGet(() -> unverified(target, asOf));
  }

  private static boolean isRecent(Instant proof, Instant asOf) {
    return !proof.isAfter(asOf) && !proof.isBefore(asOf.minus(PROOF_DAYS, ChronoUnit.DAYS));
  }

  private static RollbackCheck unverified(Target target, Instant asOf) {
    String reason =
        target
            .verifiedAt()
            .filter(at -> !at.isAfter(asOf))
            .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
            .map(day -> "was last seen to answer on %s, which is too long ago".formatted(day))
            .orElse("was never seen to answer");
    return new Unproven(
        target.model(), Objection.ROLLBACK_UNVERIFIED, target.model() + " " + reason);
  }

  /** The objection that this check raises; empty when one can go back. */
  default Optional<Objection> findObjection() {
    return match(
        new Cases<>() {
          @Override
          public Optional<Objection> servable(Servable servable) {
            return Optional.empty();
          }

          @Override
          public Optional<Objection> endsTooSoon(EndsTooSoon refused) {
            return Optional.of(Objection.ROLLBACK_ENDS_SOON);
          }

          @Override
          public Optional<Objection> unproven(Unproven unproven) {
            return Optional.of(unproven.objection());
          }

          @Override
          public Optional<Objection> noTarget(NoTarget none) {
            return Optional.of(Objection.NO_ROLLBACK);
          }
        });
  }

  /** The verdict in a sentence, with its dates. */
  default String sentence() {
    return match(new RollbackSentence());
  }
}
