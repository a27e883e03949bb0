package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A model as a provider lists it.
 *
 * @param owner in the provider's words
 * @param stage the provider's word for where it is in its life, for example {@code Legacy}
 * @param inferenceEnd from when it cannot be called
 * @param trainingEnd from when nothing can be trained on it
 */
public record ListedModel(
    String id,
    Optional<Instant> createdAt,
    Optional<String> owner,
    Optional<String> stage,
    Optional<ListedDate> inferenceEnd,
    Optional<ListedDate> trainingEnd) {

  public ListedModel {
    requireNonNull(id, "id");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(owner, "owner");
    requireNonNull(stage, "stage");
    requireNonNull(inferenceEnd, "inferenceEnd");
    requireNonNull(trainingEnd, "trainingEnd");
  }

  /** One of which nothing but the id is known. */
  public static ListedModel of(String id) {
    return new ListedModel(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public ListedModel endingOn(ListedDate inference) {
    return new ListedModel(id, createdAt, owner, stage, Optional.of(inference), trainingEnd);
  }
}
