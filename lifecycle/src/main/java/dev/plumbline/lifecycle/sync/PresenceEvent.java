package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something about a model's presence that a person may want to know.
 *
 * @param muted whether a failure of the whole provider explains it better
 */
public record PresenceEvent(String model, Kind kind, boolean muted) {

  /** What happened. */
  public enum Kind {
    APPEARED(Weight.INFO),
    REAPPEARED(Weight.INFO),
    /** Three complete lists lack it; a call will decide. */
    MISSING(Weight.WARNING),
    UNLISTED_ALIVE(Weight.INFO),
    /** Gone on its planned day or later. */
    RETIRED_AS_PLANNED(Weight.INFO),
    GONE_EARLY(Weight.CRITICAL),
    /** The list lies. */
    LISTED_DEAD(Weight.CRITICAL),
    RECOVERED(Weight.INFO),
    NO_ACCESS(Weight.WARNING);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    public Weight weight() {
      return weight;
    }
  }

  /** How much it matters. */
  public enum Weight {
    INFO,
    WARNING,
    CRITICAL
  }

  public PresenceEvent {
    requireNonNull(model, "model");
    requireNonNull(kind, "kind");
  }

  /**
   * What the step from one state to the next means; empty when it means nothing to a person.
   *
   * @param planned the day on which the model was to end, if one is known
   */
  static Optional<PresenceEvent> between(
      TrackedModel before, TrackedModel after, Optional<LocalDate> planned, LocalDate today) {
    return kind(before, after, planned.map(day -> !today.isBefore(day)).orElse(false))
        .map(kind -> new PresenceEvent(after.id(), kind, false));
  }

  private static Optional<Kind> kind(TrackedModel before, TrackedModel after, boolean planned) {
    if (isLost(before, after)) {
      return Optional.of(Kind.NO_ACCESS);
    }
    Presence from = before.presence();
    Presence to = after.presence();
    if (PresenceForm.of(from).label() == PresenceForm.of(to).label()) {
      return isSure(to) && !isSure(from) ? Optional.of(Kind.MISSING) : Optional.empty();
    }
    return switch (PresenceForm.of(to).label()) {
      case LISTED -> fromAbsence(from);
      case MISSING -> Optional.empty();
      case UNLISTED_ALIVE ->
          Optional.of(from instanceof Presence.Gone ? Kind.REAPPEARED : Kind.UNLISTED_ALIVE);
      case GONE -> Optional.of(planned ? Kind.RETIRED_AS_PLANNED : Kind.GONE_EARLY);
      case LISTED_DEAD -> Optional.of(Kind.LISTED_DEAD);
    };
  }

  private static Optional<Kind> fromAbsence(Presence from) {
    if (from instanceof Presence.Gone) {
      return Optional.of(Kind.REAPPEARED);
    }
    boolean noticed = isSure(from) || !(from instanceof Presence.Missing);
    return noticed ? Optional.of(Kind.RECOVERED) : Optional.empty();
  }

  private static boolean isSure(Presence presence) {
    return presence instanceof Presence.Missing missing && missing.isSure();
  }

  private static boolean isLost(TrackedModel before, TrackedModel after) {
    return after.access() == TrackedModel.Access.NO_ACCESS
        && before.access() != TrackedModel.Access.NO_ACCESS;
  }

  PresenceEvent inWeather(boolean providerDown) {
    boolean explained = kind == Kind.MISSING || kind == Kind.GONE_EARLY || kind == Kind.LISTED_DEAD;
    return new PresenceEvent(model, kind, muted || (providerDown && explained));
  }
}
