package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Observation;
import dev.plumbline.pricing.cost.CostBreakdown;
import java.time.LocalDate;

/** What a training costs, or why nobody can say, or why it cannot be done at all. */
public sealed interface TrainingEstimate {

  /** The cost of all runs, with the rows it was computed from. */
  record Priced(CostBreakdown breakdown) implements TrainingEstimate {
    public Priced {
      requireNonNull(breakdown, "breakdown");
    }
  }

  /** Something that the price depends on is not known; the reason names what to do. */
  record Unpriced(String reason) implements TrainingEstimate {
    public Unpriced {
      requireNonNull(reason, "reason");
    }
  }

  /**
   * The provider no longer trains this model on the day asked for, so there is no price.
   *
   * @param trainingEnd who says so
   */
  record Blocked(String reason, Observation<LocalDate> trainingEnd) implements TrainingEstimate {
    public Blocked {
      requireNonNull(reason, "reason");
      requireNonNull(trainingEnd, "trainingEnd");
    }
  }

  /** One answer for each case: Java 17 cannot switch over a sealed type. */
  interface Cases<R> {
    R priced(CostBreakdown breakdown);

    R unpriced(Unpriced unpriced);

    R blocked(Blocked blocked);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Priced priced) {
      return cases.priced(priced.breakdown());
    }
    if (this instanceof Blocked blocked) {
      return cases.blocked(blocked);
    }
    return cases.unpriced((Unpriced) this);
  }
}
