package dev.plumbline.api.deprecations;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Observation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The end of training or of service as other features and people see it.
 *
 * @param end the day to plan with; empty when nobody knows it, and then {@code gap} says why
 * @param rule name of the rule that gave the answer, for example {@code FAMILY_ROW}
 * @param disputedBy newer statements that say something else
 * @param openKeys what the answer also depends on and was not said, for example a region
 * @param gap why there is no end; empty when there is one
 */
public record StatedEnd(
    Optional<Observation<LocalDate>> end,
    String rule,
    List<Observation<LocalDate>> disputedBy,
    List<String> openKeys,
    String gap) {

  public StatedEnd {
    requireNonNull(end, "end");
    requireNonNull(rule, "rule");
    disputedBy = List.copyOf(disputedBy);
    openKeys = List.copyOf(openKeys);
    requireNonNull(gap, "gap");
  }
}
