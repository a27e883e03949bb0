package dev.plumbline.api.datasets;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One uploaded file from its arrival to its result. The state is replaced by the one thread that
 * reads the file and may be asked for by any.
 */
public final class DatasetReading {

  private final String id;
  private final String file;
  private final String model;
  private final Instant arrived;
  private volatile ReadingState state = new ReadingState.Waiting();

  DatasetReading(String id, String file, String model, Instant arrived) {
    this.id = requireNonNull(id, "id");
    this.file = requireNonNull(file, "file");
    this.model = requireNonNull(model, "model");
    this.arrived = requireNonNull(arrived, "arrived");
  }

  public String id() {
    return id;
  }

  /** The name that the sender gave the file. */
  public String file() {
    return file;
  }

  /** The model whose rules count the file. */
  public String model() {
    return model;
  }

  public Instant arrived() {
    return arrived;
  }

  public ReadingState state() {
    return state;
  }

  void becomes(ReadingState next) {
    state = next;
  }
}
