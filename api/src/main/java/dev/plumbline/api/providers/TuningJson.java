package dev.plumbline.api.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.lifecycle.sync.TuningJob;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Fine-tuning jobs in OpenAI's shape, which Azure has too. Values that are missing, null or new are
 * taken as they come: only id, model and time are needed.
 */
public final class TuningJson {

  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_SETTINGS = 50;
  private static final int MOST_FILES = 10;
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  private TuningJson() {}

  /**
   * A job; empty when it has no id, model or time.
   *
   * @param checkpoints of {@link #checkpoint}
   * @param events of {@link #event}
   */
  public static Optional<TuningJob> job(
      JsonNode job, List<TuningJob.Checkpoint> checkpoints, List<TuningJob.Event> events) {
    Optional<String> id = text(job, "id");
    Optional<String> model = text(job, "model");
    Optional<Instant> created = moment(job.path("created_at"));
    if (id.isEmpty() || model.isEmpty() || created.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TuningJob(
            id.get(),
            model.get(),
            text(job, "fine_tuned_model"),
            text(job, "status").orElse("unknown"),
            new TuningJob.Times(created.get(), moment(job.path("finished_at"))),
            training(job),
            checkpoints,
            events));
  }

  private static TuningJob.Training training(JsonNode job) {
    return new TuningJob.Training(
        text(job, "training_file"),
        text(job, "validation_file"),
        whole(job.path("trained_tokens")),
        whole(job.path("seed")),
        text(job.path("method"), "type"),
        settings(job),
        text(job.path("error"), "message").or(() -> text(job.path("error"), "code")),
        resultFiles(job));
  }

  private static List<String> resultFiles(JsonNode job) {
    List<String> files = new ArrayList<>();
    for (JsonNode each : job.path("result_files")) {
      if (FILE.matcher(each.asText()).matches() && files.size() < MOST_FILES) {
        files.add(each.asText());
      }
    }
    return files;
  }

  /** Those of the method replace the older general ones of the same name. */
  private static Map<String, String> settings(JsonNode job) {
    Map<String, String> settings = new TreeMap<>(values(job.path("hyperparameters")));
    JsonNode method = job.path("method");
    settings.putAll(values(method.path(method.path("type").asText("")).path("hyperparameters")));
    return settings;
  }

  /** Numbers and words of an object, as text; numbers without trailing zeros. */
  public static Map<String, String> values(JsonNode object) {
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (each.getValue().isValueNode()
          && !each.getValue().isNull()
          && values.size() < MOST_SETTINGS) {
        values.put(shortened(each.getKey()), value(each.getValue()));
      }
    }
    return values;
  }

  private static String value(JsonNode value) {
    if (!value.isNumber()) {
      return shortened(value.asText());
    }
    BigDecimal number = value.decimalValue();
    boolean modest = Math.abs(number.scale()) <= 100 && number.precision() <= 100;
    return modest ? number.stripTrailingZeros().toPlainString() : shortened(value.asText());
  }

  /** A checkpoint; empty when it has no id, model or time. */
  public static Optional<TuningJob.Checkpoint> checkpoint(
      JsonNode checkpoint, List<String> projects) {
    Optional<String> id = text(checkpoint, "id");
    Optional<String> model = text(checkpoint, "fine_tuned_model_checkpoint");
    Optional<Instant> created = moment(checkpoint.path("created_at"));
    if (id.isEmpty() || model.isEmpty() || created.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TuningJob.Checkpoint(
            id.get(),
            model.get(),
            created.get(),
            checkpoint.path("step_number").asLong(0),
            values(checkpoint.path("metrics")),
            projects));
  }

  /** A line of a job's log; empty when it has no id or time. */
  public static Optional<TuningJob.Event> event(JsonNode event) {
    Optional<String> id = text(event, "id");
    Optional<Instant> created = moment(event.path("created_at"));
    if (id.isEmpty() || created.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TuningJob.Event(
            id.get(),
            created.get(),
            text(event, "level").orElse("info"),
            text(event, "message").orElse(""),
            values(event.path("data"))));
  }

  /** A text that is there, and not null, blank or with a NUL, which PostgreSQL refuses. */
  public static Optional<String> text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(shortened(value.asText()))
        : Optional.empty();
  }

  private static String shortened(String text) {
    String clean = text.replace('\0', '\uFFFD');
    return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT);
  }

  private static OptionalLong whole(JsonNode value) {
    return value.canConvertToLong() && value.isIntegralNumber()
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /** Unix seconds; empty for anything else, zero included. */
  public static Optional<Instant> moment(JsonNode value) {
    OptionalLong seconds = whole(value);
    if (seconds.isEmpty() || seconds.getAsLong() <= 0) {
      return Optional.empty();
    }
    try {
      Instant moment = Instant.ofEpochSecond(seconds.getAsLong());
      return moment.isBefore(Instant.parse("9999-12-31T00:00:00Z"))
          ? Optional.of(moment)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
