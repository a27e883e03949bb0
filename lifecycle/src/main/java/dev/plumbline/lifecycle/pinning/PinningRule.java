package dev.plumbline.lifecycle.pinning;

import java.util.Optional;

/** One demand on a pin. */
interface PinningRule {

  RuleName name();

  /** Why the request does not meet it, in a sentence without its end; empty when it does. */
  Optional<String> objection(PinRequest request);
}
