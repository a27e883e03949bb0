package dev.plumbline.core.model;

import java.util.function.Function;

/** What reading a model name gave: its parts, or the reason why it is none. */
public sealed interface ParsedModelName permits ModelId, NotAModelName {

  String input();

  default <R> R match(
      Function<? super ModelId, ? extends R> model,
      Function<? super NotAModelName, ? extends R> none) {
    if (this instanceof ModelId id) {
      return model.apply(id);
    }
    return none.apply((NotAModelName) this);
  }
}
