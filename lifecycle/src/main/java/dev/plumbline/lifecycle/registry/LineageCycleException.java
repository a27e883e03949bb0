package dev.plumbline.lifecycle.registry;

import java.util.List;
import java.util.stream.Collectors;

/** A model would come from itself. */
public final class LineageCycleException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * @param chain from the model over its parents back to itself
   */
  LineageCycleException(List<ModelKey> chain) {
    super(
        "a model cannot come from itself: "
            + chain.stream().map(ModelKey::model).collect(Collectors.joining(" from ")));
  }
}
