package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/** What a wish to go on gave: the progress after it, or every reason against. */
public sealed interface Move {

  /** The plan goes on. */
  record Made(ExitProgress progress) implements Move {

    public Made {
      requireNonNull(progress, "progress");
    }
  }

  /** The plan stays where it is. */
  record Blocked(List<String> reasons) implements Move {

    public Blocked {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal names its reasons");
      }
    }
  }

  default <R> R match(
      Function<? super ExitProgress, ? extends R> made,
      Function<? super List<String>, ? extends R> blocked) {
    if (this instanceof Made move) {
      return made.apply(move.progress());
    }
    return blocked.apply(((Blocked) this).reasons());
  }
}
