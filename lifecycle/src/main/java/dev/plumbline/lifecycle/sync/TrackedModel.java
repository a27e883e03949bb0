package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One model of one account with what is known of its presence, and with what stands in the way of
 * knowing more.
 *
 * @param access whether the last attempt told us anything
 * @param calledAt the last call that we made to find out
 */
public record TrackedModel(
    String id, Presence presence, Access access, Optional<Instant> calledAt) {

  /** At most one call per model in this time. */
  public static final Duration BETWEEN_CALLS = Duration.ofMinutes(10);

  /** A state that only a call can end is looked at again after this time. */
  private static final Duration BETWEEN_CHECKS = Duration.ofHours(24);

  /** What lies over the presence without changing it. */
  public enum Access {
    KNOWN,
    /** The credential may not, or no longer: a matter of the credential and not of the model. */
    NO_ACCESS,
    /** The provider did not answer; the presence is the last one known. */
    UNKNOWN
  }

  public TrackedModel {
    requireNonNull(id, "id");
    requireNonNull(presence, "presence");
    requireNonNull(access, "access");
    requireNonNull(calledAt, "calledAt");
  }

  /** One that a complete poll lists for the first time. */
  public static TrackedModel appeared(String id) {
    return new TrackedModel(
        id, new Presence.Listed(Optional.empty()), Access.KNOWN, Optional.empty());
  }

  /** After a complete poll. Being listed ends a lack of access; not being listed does not. */
  public TrackedModel polled(Instant at, boolean contained) {
    if (contained) {
      return with(presence.listed(), Access.KNOWN);
    }
    return with(presence.lacked(at), access == Access.NO_ACCESS ? Access.NO_ACCESS : Access.KNOWN);
  }

  /** After an attempt that the provider did not answer. */
  public TrackedModel unanswered() {
    return with(presence, access == Access.NO_ACCESS ? Access.NO_ACCESS : Access.UNKNOWN);
  }

  /** After a call, whoever made it. */
  public TrackedModel called(ModelCall call) {
    return switch (call.outcome()) {
      case ANSWERED -> with(presence.answered(call.at()), Access.KNOWN);
      case RETIRED -> with(presence.refused(call.at()), Access.KNOWN);
      case NOT_FOUND -> notFound(call);
      case NO_ACCESS -> with(presence, Access.NO_ACCESS);
      case NO_ANSWER -> unanswered();
    };
  }

  /** A 404 does not tell "no such model" from "none of yours" unless a sibling still answers. */
  private TrackedModel notFound(ModelCall call) {
    Presence next = presence.refused(call.at());
    boolean decides = next instanceof Presence.Gone && !(presence instanceof Presence.Gone);
    return decides && !call.siblingAnswers()
        ? with(presence, Access.NO_ACCESS)
        : with(next, Access.KNOWN);
  }

  /** The same, with the moment of a call of ours. */
  public TrackedModel askedAt(Instant at) {
    return new TrackedModel(id, presence, access, Optional.of(at));
  }

  /** The same with the other's moment of a call, which alone is no change. */
  TrackedModel withCallOf(TrackedModel other) {
    return new TrackedModel(id, presence, access, other.calledAt);
  }

  /** Whether a call of ours would tell something that lists do not, and is due. */
  public boolean wantsCall(Instant now) {
    boolean soon =
        presence.firstRefusal().isPresent()
            || (presence instanceof Presence.Missing missing && missing.isSure());
    boolean sometimes =
        presence instanceof Presence.UnlistedAlive || presence instanceof Presence.ListedDead;
    return (soon && isOver(BETWEEN_CALLS, now)) || (sometimes && isOver(BETWEEN_CHECKS, now));
  }

  private boolean isOver(Duration wait, Instant now) {
    return calledAt.map(last -> !now.isBefore(last.plus(wait))).orElse(true);
  }

  private TrackedModel with(Presence next, Access seen) {
    return new TrackedModel(id, next, seen, calledAt);
  }
}
