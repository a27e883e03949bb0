package dev.plumbline.lifecycle.change;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** Where a change stands. */
public sealed interface Decision {

  /** Nobody has decided. */
  record Pending() implements Decision {}

  /**
   * Somebody else than the author said yes.
   *
   * @param objections what stood against it and was waived, in sentences
   */
  record Approved(Person by, Instant at, String note, List<String> objections) implements Decision {

    public Approved {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireNonNull(note, "note");
      objections = List.copyOf(objections);
    }
  }

  /** Somebody said no. */
  record Refused(Person by, Instant at, String reason) implements Decision {

    public Refused {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireNonNull(reason, "reason");
    }
  }

  /** Its author no longer wants it. */
  record Withdrawn(Person by, Instant at, String reason) implements Decision {

    public Withdrawn {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireNonNull(reason, "reason");
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R pending();

    R approved(Approved approved);

    R refused(Refused refused);

    R withdrawn(Withdrawn withdrawn);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Approved approved) {
      return cases.approved(approved);
    }
    if (this instanceof Refused refused) {
      return cases.refused(refused);
    }
    if (this instanceof Withdrawn withdrawn) {
      return cases.withdrawn(withdrawn);
    }
    return cases.pending();
  }

  default boolean isPending() {
    return this instanceof Pending;
  }
}
