package dev.plumbline.api.providers.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models, jobs and permissions of one account, as they are now. */
public final class SimulatedAccount {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long CREATED = 1_722_988_800; // 2024-08-07

  private final Map<String, ObjectNode> models = new LinkedHashMap<>();
  private final Set<String> hidden = new LinkedHashSet<>();
  private final Set<String> dead = new LinkedHashSet<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final Map<String, ObjectNode> jobs = new LinkedHashMap<>();
  private final Map<String, List<ObjectNode>> checkpoints = new LinkedHashMap<>();
  private final Map<String, List<ObjectNode>> events = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, List<ObjectNode>> permissions = new LinkedHashMap<>();
  private String key = "sk-simulated-0123456789";
  private boolean permissionsOpen = true;
  private boolean filesFail;

  SimulatedAccount() {}

  public synchronized String key() {
    return key;
  }

  /** From now on this is the key that is accepted. */
  public synchronized void keyBecomes(String other) {
    key = other;
  }

  /** A model that is listed and answers. */
  public synchronized void add(String model) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", model)
            .put("object", "model")
            .put("created", CREATED)
            .put("owned_by", model.startsWith("ft:") ? "acme" : "system");
    models.put(model, node);
    hidden.remove(model);
    dead.remove(model);
  }

  /** A date appears, or moves. */
  public synchronized void endsOn(String model, LocalDate day) {
    models.get(model).put("shutdown_date", day.toString());
  }

  /** A date is taken back. */
  public synchronized void endsNever(String model) {
    models.get(model).putNull("shutdown_date");
  }

  /** Neither listed nor callable. */
  public synchronized void remove(String model) {
    hidden.add(model);
    dead.add(model);
  }

  /** Not listed, and callable. */
  public synchronized void hide(String model) {
    hidden.add(model);
  }

  /** Listed, and not callable. */
  public synchronized void kill(String model) {
    dead.add(model);
  }

  public synchronized void means(String alias, String snapshot) {
    aliases.put(alias, snapshot);
  }

  /** A job that has begun. */
  public synchronized ObjectNode train(String id, String from) {
    ObjectNode job =
        JSON.createObjectNode()
            .put("id", id)
            .put("object", "fine_tuning.job")
            .put("created_at", CREATED)
            .putNull("finished_at")
            .putNull("error")
            .putNull("fine_tuned_model")
            .put("model", from)
            .put("organization_id", "org-acme")
            .put("status", "running")
            .putNull("trained_tokens")
            .put("training_file", "file-train")
            .putNull("validation_file")
            .put("seed", 42);
    job.putArray("result_files");
    job.putObject("hyperparameters")
        .put("n_epochs", 3)
        .put("batch_size", 1)
        .put("learning_rate_multiplier", 1.8);
    job.putObject("method").put("type", "supervised");
    jobs.put(id, job);
    checkpoints.put(id, new ArrayList<>());
    events.put(id, new ArrayList<>());
    say(id, "Fine-tuning job started");
    return job;
  }

  /** The job has ended well; its model is there. */
  public synchronized void finish(String job, String tuned, long tokens) {
    jobs.get(job)
        .put("status", "succeeded")
        .put("finished_at", CREATED + 3600)
        .put("fine_tuned_model", tuned)
        .put("trained_tokens", tokens);
    say(job, "The job has successfully completed");
    add(tuned);
  }

  public synchronized void checkpoint(String job, String model, int step) {
    ObjectNode checkpoint =
        JSON.createObjectNode()
            .put("id", "ftckpt_" + job + "-" + step)
            .put("object", "fine_tuning.job.checkpoint")
            .put("created_at", CREATED + step)
            .put("fine_tuned_model_checkpoint", model)
            .put("step_number", step)
            .put("fine_tuning_job_id", job);
    checkpoint.putObject("metrics").put("step", step).put("train_loss", 0.467);
    checkpoints.get(job).add(checkpoint);
    permissions.put(model, new ArrayList<>());
  }

  /** A step of training is told in the job's log. */
  public synchronized void step(String job, int step, double training, double validation) {
    say(job, "Step " + step);
    ObjectNode event = events.get(job).get(0);
    event.put("type", "metrics");
    event
        .putObject("data")
        .put("step", step)
        .put("train_loss", training)
        .put("valid_loss", validation);
  }

  /** The job has written what it measured; OpenAI gives such a file as Base64. */
  public synchronized void measured(String job, String file, String csv) {
    ((ArrayNode) jobs.get(job).get("result_files")).add(file);
    files.put(file, Base64.getEncoder().encodeToString(csv.getBytes(UTF_8)));
  }

  /** Whether no file can be read for now. */
  public synchronized void filesFail(boolean fail) {
    filesFail = fail;
  }

  synchronized boolean filesFail() {
    return filesFail;
  }

  /** The job still names it, and it is not there any more. */
  public synchronized void deleteFile(String file) {
    files.remove(file);
  }

  public synchronized void permit(String checkpointModel, String project) {
    permissions
        .get(checkpointModel)
        .add(
            JSON.createObjectNode()
                .put("id", "cp_" + project)
                .put("object", "checkpoint.permission")
                .put("created_at", CREATED)
                .put("project_id", project));
  }

  public synchronized void closePermissions() {
    permissionsOpen = false;
  }

  private void say(String job, String message) {
    List<ObjectNode> said = events.get(job);
    said.add(
        0,
        JSON.createObjectNode()
            .put("id", "ftevent-" + job + "-" + said.size())
            .put("object", "fine_tuning.job.event")
            .put("created_at", CREATED + said.size())
            .put("level", "info")
            .put("message", message)
            .put("type", "message"));
  }

  synchronized boolean permissionsOpen() {
    return permissionsOpen;
  }

  synchronized List<ObjectNode> listed() {
    return models.entrySet().stream()
        .filter(each -> !hidden.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  synchronized String meaningOf(String model) {
    return aliases.getOrDefault(model, model);
  }

  synchronized boolean isAlive(String model) {
    return models.containsKey(model) && !dead.contains(model);
  }

  synchronized List<ObjectNode> jobs() {
    return List.copyOf(jobs.values());
  }

  synchronized Optional<String> file(String id) {
    return Optional.ofNullable(files.get(id));
  }

  synchronized List<ObjectNode> events(String job) {
    return List.copyOf(events.getOrDefault(job, List.of()));
  }

  synchronized List<ObjectNode> checkpoints(String job) {
    return List.copyOf(checkpoints.getOrDefault(job, List.of()));
  }

  synchronized List<ObjectNode> permissions(String checkpointModel) {
    return List.copyOf(permissions.getOrDefault(checkpointModel, List.of()));
  }
}
