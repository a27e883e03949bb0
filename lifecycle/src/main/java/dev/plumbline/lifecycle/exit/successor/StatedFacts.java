package dev.plumbline.lifecycle.exit.successor;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.exit.value.GivenMoney;
import java.util.Optional;

/**
 * What people or other parts of Plumbline say about one successor.
 *
 * @param capability whether it can do at least the same (modalities, context, tools, schema); empty
 *     when nobody has looked
 * @param monthlyDelta what it costs more each month than today; negative when it costs less
 */
public record StatedFacts(Optional<Capability> capability, GivenMoney monthlyDelta) {

  /** Somebody compared the two, with the reason. */
  public record Capability(boolean sufficient, String evidence) {

    public Capability {
      requireNonNull(evidence, "evidence");
      if (evidence.isBlank()) {
        throw new IllegalArgumentException("a comparison needs its evidence");
      }
    }
  }

  public StatedFacts {
    requireNonNull(capability, "capability");
    requireNonNull(monthlyDelta, "monthlyDelta");
  }
}
