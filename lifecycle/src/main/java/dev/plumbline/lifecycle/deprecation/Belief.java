package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is believed of one clock of one subject, derived from all claims about it. */
public sealed interface Belief {

  /**
   * A date to plan with.
   *
   * @param decidedBy the claim whose date it is
   * @param contradictedBy claims that say something else; when there are any, the earliest date of
   *     all is the one to plan with
   * @param openKeys keys that the asker left open and on which the date depends
   */
  record Dated(DateClaim decidedBy, List<DateClaim> contradictedBy, List<String> openKeys)
      implements Belief {

    public Dated {
      requireNonNull(decidedBy, "decidedBy");
      contradictedBy = List.copyOf(contradictedBy);
      openKeys = List.copyOf(openKeys);
      if (decidedBy.date().isEmpty()) {
        throw new IllegalArgumentException("a claim without a date decides none: " + decidedBy);
      }
    }

    public LocalDate date() {
      return decidedBy.date().orElseThrow();
    }
  }

  /** There was a date, and the best source took it back. */
  record Withdrawn(DateClaim by) implements Belief {

    public Withdrawn {
      requireNonNull(by, "by");
    }
  }

  /** Nobody states a date. */
  record Silent() implements Belief {}

  /** One answer for each case. */
  interface Cases<R> {
    R dated(Dated dated);

    R withdrawn(Withdrawn withdrawn);

    R silent();
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Dated dated) {
      return cases.dated(dated);
    }
    return this instanceof Withdrawn withdrawn ? cases.withdrawn(withdrawn) : cases.silent();
  }

  default Optional<Dated> findDated() {
    return this instanceof Dated dated ? Optional.of(dated) : Optional.empty();
  }

  /**
   * Derives the belief; the order of the claims does not matter.
   *
   * @param claims all about the same clock of the same subject
   */
  static Belief of(Collection<DateClaim> claims, Circumstances asked) {
    return new ClaimPrecedence(claims, asked).belief();
  }
}
