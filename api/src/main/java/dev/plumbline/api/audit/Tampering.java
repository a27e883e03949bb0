package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Something that is wrong with a trail.
 *
 * @param number of the first entry that is not as it was written, or is not there
 */
public record Tampering(Kind kind, long number, String detail) {

  /** What was done, as far as the chain tells. */
  public enum Kind {
    /** A field, or a hash, is not what was written. */
    EDITED,
    /** Entries that were there are not. */
    DELETED,
    /** An entry that the trail never wrote. */
    INSERTED,
    /** An entry stands where another one stood. */
    REORDERED,
    /** Entries were replaced by others that fit together, but not to what comes after them. */
    REWRITTEN,
    /** The last entries are not there. */
    CUT_OFF,
    /** What is stored as the end of the trail is not its end. */
    HEAD_CHANGED,
    /** An exported head that our key did not sign. */
    HEAD_FORGED;

    /** The published spelling, for example {@code cut-off}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Tampering {
    requireNonNull(kind, "kind");
    requireNonNull(detail, "detail");
  }
}
