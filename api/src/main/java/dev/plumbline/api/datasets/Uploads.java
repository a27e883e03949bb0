package dev.plumbline.api.datasets;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** The files of one training as they arrived. */
public record Uploads(Upload training, Optional<Upload> validation) {

  public Uploads {
    requireNonNull(training, "training");
    requireNonNull(validation, "validation");
  }

  /** Deletes the files. */
  void delete() {
    training.delete();
    validation.ifPresent(Upload::delete);
  }
}
