package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.change.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What shows that a model is properly over.
 *
 * @param lastCall proof of the last call, in words or as a link
 * @param goneOn day on which it was seen to be gone
 * @param hostingDeleted whether no deployment of it is left that costs money
 * @param retention what happens to its data
 */
public record Closure(
    Optional<String> lastCall,
    Optional<LocalDate> goneOn,
    boolean hostingDeleted,
    Optional<String> retention,
    Person by) {

  public Closure {
    requireNonNull(lastCall, "lastCall");
    requireNonNull(goneOn, "goneOn");
    requireNonNull(retention, "retention");
    requireNonNull(by, "by");
  }

  /** What is still missing, in sentences. */
  public List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    if (lastCall.isEmpty()) {
      gaps.add("the last call is not proved");
    }
    if (goneOn.isEmpty()) {
      gaps.add("nobody has seen that the model is gone");
    }
    if (!hostingDeleted) {
      gaps.add("deployments or hosting are not deleted");
    }
    if (retention.isEmpty()) {
      gaps.add("nobody has decided what data is kept");
    }
    return gaps;
  }
}
