package dev.plumbline.lifecycle.pinning;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/** What a policy says to a request. */
public sealed interface PinVerdict {

  /** Objections for which somebody answers. */
  List<Waived> waived();

  /** An objection, and the waiver that lifts it. */
  record Waived(Objection objection, Waiver waiver) {

    public Waived {
      requireNonNull(objection, "objection");
      requireNonNull(waiver, "waiver");
    }
  }

  /** Nothing stands against it, or somebody answers for what does. */
  record Allowed(List<Waived> waived) implements PinVerdict {

    public Allowed {
      waived = List.copyOf(waived);
    }
  }

  /**
   * It must not be set.
   *
   * @param objections all of them, never only the first
   */
  record Refused(List<Objection> objections, List<Waived> waived) implements PinVerdict {

    public Refused {
      objections = List.copyOf(objections);
      waived = List.copyOf(waived);
      if (objections.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a reason");
      }
    }
  }

  default <R> R match(
      Function<? super Allowed, ? extends R> allowed,
      Function<? super Refused, ? extends R> refused) {
    if (this instanceof Allowed yes) {
      return allowed.apply(yes);
    }
    return refused.apply((Refused) this);
  }

  /** All that stands against it; empty when it is allowed. */
  default List<Objection> standing() {
    return match(allowed -> List.<Objection>of(), Refused::objections);
  }
}
