package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A training run as its provider tells of it. Providers forget jobs, so everything is kept.
 *
 * @param startsFrom the base, or the fine-tune that is trained further
 * @param tunedModel what came of it
 * @param status in the provider's word, of which new ones come up
 */
public record TuningJob(
    String id,
    String startsFrom,
    Optional<String> tunedModel,
    String status,
    Times times,
    Training training,
    List<Checkpoint> checkpoints,
    List<Event> events) {

  private static final List<String> OVER = List.of("succeeded", "failed", "cancelled");

  /** When it was made and when it ended. */
  public record Times(Instant createdAt, Optional<Instant> finishedAt) {

    public Times {
      requireNonNull(createdAt, "createdAt");
      requireNonNull(finishedAt, "finishedAt");
    }
  }

  /**
   * What was trained with.
   *
   * @param trainedTokens tokens times epochs, once it is over
   * @param settings hyperparameters by name, as text
   * @param method for example {@code supervised}
   * @param resultFiles ids of files with what was measured, once it is over
   */
  public record Training(
      Optional<String> trainingFile,
      Optional<String> validationFile,
      OptionalLong trainedTokens,
      OptionalLong seed,
      Optional<String> method,
      Map<String, String> settings,
      Optional<String> error,
      List<String> resultFiles) {

    public Training {
      requireNonNull(trainingFile, "trainingFile");
      requireNonNull(validationFile, "validationFile");
      requireNonNull(trainedTokens, "trainedTokens");
      requireNonNull(seed, "seed");
      requireNonNull(method, "method");
      requireNonNull(error, "error");
      settings = Collections.unmodifiableMap(new TreeMap<>(settings));
      resultFiles = resultFiles == null ? List.of() : List.copyOf(resultFiles); // of older rows
    }
  }

  /**
   * A model on the way, which has an id of its own.
   *
   * @param metrics by name, as the provider's decimal texts
   * @param projects other projects of the organisation that may call it
   */
  public record Checkpoint(
      String id,
      String model,
      Instant createdAt,
      long step,
      Map<String, String> metrics,
      List<String> projects) {

    public Checkpoint {
      requireNonNull(id, "id");
      requireNonNull(model, "model");
      requireNonNull(createdAt, "createdAt");
      metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
      projects = projects.stream().sorted().toList();
    }
  }

  /**
   * A line of the job's log.
   *
   * @param metrics of one step, under the provider's names; empty for most lines
   */
  public record Event(
      String id, Instant at, String level, String message, Map<String, String> metrics) {

    public Event {
      requireNonNull(id, "id");
      requireNonNull(at, "at");
      requireNonNull(level, "level");
      requireNonNull(message, "message");
      metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }
  }

  public TuningJob {
    requireNonNull(id, "id");
    requireNonNull(startsFrom, "startsFrom");
    requireNonNull(tunedModel, "tunedModel");
    requireNonNull(status, "status");
    requireNonNull(times, "times");
    requireNonNull(training, "training");
    checkpoints = List.copyOf(checkpoints);
    events = List.copyOf(events);
  }

  /** The same with checkpoints and events of an earlier reading. */
  TuningJob withDetailsOf(TuningJob other) {
    return new TuningJob(
        id, startsFrom, tunedModel, status, times, training, other.checkpoints, other.events);
  }

  boolean hasNoDetails() {
    return checkpoints.isEmpty() && events.isEmpty();
  }

  /** Whether it is known that nothing more will come of it. */
  public boolean isOver() {
    return OVER.contains(status);
  }
}
