package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.dataset.ReadProgress;
import java.io.InputStream;
import java.util.Optional;

/** The files of a training, opened by the caller and closed by the caller. */
public record TrainingFiles(
    NamedStream training, Optional<NamedStream> validation, ReadProgress progress) {

  /** A file and the name that findings use for it. */
  public record NamedStream(String name, InputStream bytes) {
    public NamedStream {
      requireNonNull(name, "name");
      requireNonNull(bytes, "bytes");
    }
  }

  public TrainingFiles {
    requireNonNull(training, "training");
    requireNonNull(validation, "validation");
    requireNonNull(progress, "progress");
  }

  public static TrainingFiles of(String name, InputStream bytes) {
    return new TrainingFiles(new NamedStream(name, bytes), Optional.empty(), ReadProgress.NONE);
  }
}
