package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

/** What a request says about using its tools. */
public sealed interface ToolChoice {

  /** Nothing said, or "auto". */
  record Auto() implements ToolChoice {}

  /** No tool may be used. */
  record None() implements ToolChoice {}

  /** Some tool must be used; what that costs is not published. */
  record Required() implements ToolChoice {}

  /** This function must be used. */
  record Named(String function) implements ToolChoice {
    public Named {
      requireNonNull(function, "function");
    }
  }

  /** One answer for each case: Java 17 cannot switch over a sealed type. */
  interface Cases<R> {
    R auto();

    R none();

    R required();

    R named(Named named);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Named named) {
      return cases.named(named);
    }
    if (this instanceof None) {
      return cases.none();
    }
    return this instanceof Required ? cases.required() : cases.auto();
  }
}
