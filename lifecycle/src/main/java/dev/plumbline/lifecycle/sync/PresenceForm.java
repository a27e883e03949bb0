package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A {@link Presence} as flat values, for a table's row.
 *
 * @param polls of {@code MISSING} and {@code LISTED_DEAD}; else 0
 * @param at the moment that belongs to the state; empty for {@code LISTED}
 */
public record PresenceForm(
    Label label, int polls, Optional<Instant> at, Optional<Instant> firstRefusal) {

  /** The names of the states; all that anybody shows of one. */
  public enum Label {
    LISTED,
    MISSING,
    UNLISTED_ALIVE,
    GONE,
    LISTED_DEAD
  }

  public PresenceForm {
    requireNonNull(label, "label");
    requireNonNull(at, "at");
    requireNonNull(firstRefusal, "firstRefusal");
  }

  public static PresenceForm of(Presence presence) {
    return presence.match(new Flat());
  }

  /**
   * The state that the values describe.
   *
   * @throws IllegalArgumentException when they describe none
   */
  public Presence toPresence() {
    return switch (label) {
      case LISTED -> new Presence.Listed(firstRefusal);
      case MISSING -> new Presence.Missing(polls, moment(), firstRefusal);
      case UNLISTED_ALIVE -> new Presence.UnlistedAlive(moment(), firstRefusal);
      case GONE -> new Presence.Gone(moment());
      case LISTED_DEAD -> new Presence.ListedDead(polls, moment());
    };
  }

  private Instant moment() {
    return at.orElseThrow(() -> new IllegalArgumentException(label + " without its moment"));
  }

  private static final class Flat implements Presence.Cases<PresenceForm> {

    @Override
    public PresenceForm listed(Presence.Listed listed) {
      return new PresenceForm(Label.LISTED, 0, Optional.empty(), listed.firstRefusal());
    }

    @Override
    public PresenceForm missing(Presence.Missing missing) {
      return new PresenceForm(
          Label.MISSING, missing.polls(), Optional.of(missing.countedAt()), missing.firstRefusal());
    }

    @Override
    public PresenceForm unlistedAlive(Presence.UnlistedAlive alive) {
      return new PresenceForm(
          Label.UNLISTED_ALIVE, 0, Optional.of(alive.answeredAt()), alive.firstRefusal());
    }

    @Override
    public PresenceForm gone(Presence.Gone gone) {
      return new PresenceForm(Label.GONE, 0, Optional.of(gone.since()), Optional.empty());
    }

    @Override
    public PresenceForm listedDead(Presence.ListedDead dead) {
      return new PresenceForm(
          Label.LISTED_DEAD, dead.missed(), Optional.of(dead.countedAt()), Optional.empty());
    }
  }
}
