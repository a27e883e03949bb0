package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.registry.Consumer;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is to be different about an application.
 *
 * @param archived whether it no longer runs; empty where that stays as it is
 */
public record ConsumerChange(UnaryOperator<Consumer> consumer, Optional<Boolean> archived) {

  public ConsumerChange {
    requireNonNull(consumer, "consumer");
    requireNonNull(archived, "archived");
  }
}
