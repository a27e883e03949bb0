package dev.plumbline.lifecycle.change;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What asking for a decision gave: the change with it, or every reason against. */
public sealed interface Approval {

  /** It is decided. */
  record Decided(ModelChange change) implements Approval {

    public Decided {
      requireNonNull(change, "change");
    }
  }

  /** It stays as it was. */
  record Blocked(List<String> reasons) implements Approval {

    public Blocked {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal names its reasons");
      }
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R decided(ModelChange change);

    R blocked(List<String> reasons);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Decided decided) {
      return cases.decided(decided.change());
    }
    return cases.blocked(((Blocked) this).reasons());
  }
}
