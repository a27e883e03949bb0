package dev.plumbline.lifecycle.exit.successor;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import java.util.Optional;

/**
 * What could come after a fine-tune: a base at a provider, or nothing.
 *
 * @param base empty when the way is to stop
 */
public record Successor(Route route, Optional<BaseAt> base, Placement placement) {

  /**
   * A base by the name that the provider gives it.
   *
   * @param provider who serves it
   * @param name snapshot or alias
   */
  public record BaseAt(Provider provider, String name) {

    public BaseAt {
      requireNonNull(provider, "provider");
      requireNonNull(name, "name");
      if (name.isBlank()) {
        throw new IllegalArgumentException("a base needs a name");
      }
    }

    @Override
    public String toString() {
      return name + " at " + provider;
    }
  }

  public Successor {
    requireNonNull(route, "route");
    requireNonNull(base, "base");
    requireNonNull(placement, "placement");
    if (base.isPresent() == (route == Route.STOP)) {
      throw new IllegalArgumentException("every way but stop leads to a model: " + route);
    }
  }

  public static Successor of(Route route, Provider provider, String name) {
    return new Successor(route, Optional.of(new BaseAt(provider, name)), Placement.UNKNOWN);
  }

  public static Successor stop() {
    return new Successor(Route.STOP, Optional.empty(), Placement.UNKNOWN);
  }

  /** As people call it. */
  public String words() {
    return base.map(at -> at + " (" + route.words() + ")").orElse(route.words());
  }
}
