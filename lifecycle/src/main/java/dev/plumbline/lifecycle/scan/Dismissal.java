package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

/** Why an objection no longer counts. */
public sealed interface Dismissal {

  /** A comment beside it gives a reason. */
  record InSource(String reason) implements Dismissal {

    public InSource {
      requireNonNull(reason, "reason");
    }
  }

  /** It was there when the baseline was written. */
  record InBaseline() implements Dismissal {}

  /** One answer for each case. */
  interface Cases<R> {
    R inSource(InSource inSource);

    R inBaseline();
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof InSource inSource) {
      return cases.inSource(inSource);
    }
    return cases.inBaseline();
  }
}
