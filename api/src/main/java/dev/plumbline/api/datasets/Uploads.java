package dev.plumbline.api.datasets;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.datasets.DatasetReading.Origin;
import dev.plumbline.api.datasets.OpenUploads.Place;
import dev.plumbline.api.organisations.Organisation;
import java.util.Optional;

/**
 * The files of one training as they arrived.
 *
 * @param place what they take of their organisation's room
 */
record Uploads(
    Organisation organisation, Place place, Upload training, Optional<Upload> validation) {

  Uploads {
    requireNonNull(organisation, "organisation");
    requireNonNull(place, "place");
    requireNonNull(training, "training");
    requireNonNull(validation, "validation");
  }

  Origin origin() {
    return new Origin(organisation, training.file());
  }

  /** Deletes the files and gives their place back. */
  void delete() {
    training.delete();
    validation.ifPresent(Upload::delete);
    place.leave();
  }
}
