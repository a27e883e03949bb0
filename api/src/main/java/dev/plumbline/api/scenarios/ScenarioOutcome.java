package dev.plumbline.api.scenarios;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.pricing.breakeven.explore.Comparison;
import java.util.List;

/** What asking a scenario gave. Only an answer has figures; the others say why there are none. */
public sealed interface ScenarioOutcome {

  /**
   * An answer with all its evidence.
   *
   * @param comparison the same answer in the domain's words, for whoever shows it otherwise
   */
  record Answered(BreakEvenView view, Comparison comparison) implements ScenarioOutcome {}

  /**
   * A price is not known, so nothing was computed.
   *
   * @param reasons one line for each missing price: field and reason
   */
  record Unpriced(List<String> reasons) implements ScenarioOutcome {
    public Unpriced {
      reasons = List.copyOf(reasons);
    }
  }

  /** The training cannot start on the day asked for, however it is priced. */
  record Blocked(List<Finding> blockers) implements ScenarioOutcome {
    public Blocked {
      blockers = List.copyOf(blockers);
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R answered(Answered answered);

    R unpriced(Unpriced unpriced);

    R blocked(Blocked blocked);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Answered answered) {
      return cases.answered(answered);
    }
    if (this instanceof Unpriced unpriced) {
      return cases.unpriced(unpriced);
    }
    return cases.blocked((Blocked) this);
  }
}
