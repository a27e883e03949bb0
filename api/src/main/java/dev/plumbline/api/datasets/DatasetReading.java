package dev.plumbline.api.datasets;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.Provider;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One upload from its arrival to its result. The state is replaced by the one thread that reads it
 * and may be asked for by any.
 */
public final class DatasetReading {

  private final String id;
  private final Origin origin;
  private final Purpose purpose;
  private final Instant arrived;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile ReadingState state = new ReadingState.Waiting();

  /** Whose rules count the file: what is to be trained, and by whom. */
  public record Purpose(Provider provider, String model) {
    public Purpose {
      requireNonNull(provider, "provider");
      requireNonNull(model, "model");
    }
  }

  /** Whose file it is, and what the sender called it. Nobody else may know that it is here. */
  record Origin(Organisation organisation, String file) {
    Origin {
      requireNonNull(organisation, "organisation");
      requireNonNull(file, "file");
    }
  }

  DatasetReading(String id, Origin origin, Purpose purpose, Instant arrived) {
    this.id = requireNonNull(id, "id");
    this.origin = requireNonNull(origin, "origin");
    this.purpose = requireNonNull(purpose, "purpose");
    this.arrived = requireNonNull(arrived, "arrived");
  }

  public String id() {
    return id;
  }

  /** The name that the sender gave the training file. */
  public String file() {
    return origin.file();
  }

  Organisation organisation() {
    return origin.organisation();
  }

  public Purpose purpose() {
    return purpose;
  }

  public Instant arrived() {
    return arrived;
  }

  public ReadingState state() {
    return state;
  }

  /** Waits for the end, at most this long, and returns the state then. */
  ReadingState awaitEnd(int seconds) {
    try {
      finished.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return state;
  }

  void becomes(ReadingState next) {
    state = next;
    if (next.isFinished()) {
      finished.countDown();
    }
  }
}
