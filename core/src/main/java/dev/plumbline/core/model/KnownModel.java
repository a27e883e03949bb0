package dev.plumbline.core.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One name that a provider gave to a model of its own.
 *
 * @param kind {@link ModelKind#BASE_SNAPSHOT} or {@link ModelKind#ALIAS}
 * @param target what an alias points at; empty for a snapshot and for an alias without a snapshot
 * @param source where the name was seen
 */
public record KnownModel(
    Provider provider, String name, ModelKind kind, Optional<String> target, String source) {

  public KnownModel {
    requireNonNull(provider, "provider");
    requireNonNull(name, "name");
    requireNonNull(target, "target");
    requireNonNull(source, "source");
    if (kind != ModelKind.BASE_SNAPSHOT && kind != ModelKind.ALIAS) {
      throw new IllegalArgumentException("a provider's own name is no " + kind);
    }
  }
}
