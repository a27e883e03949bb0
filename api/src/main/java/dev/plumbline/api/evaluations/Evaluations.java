package dev.plumbline.api.evaluations;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.hash.Sha256;
import dev.plumbline.lifecycle.evaluation.LossCurve;
import dev.plumbline.lifecycle.evaluation.ResultFile;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Losses and hold-outs of fine-tunes, for callers who may see and add them. */
@ApplicationScoped
public class Evaluations {

  /** Of a result file; jobs write far less. */
  static final int LARGEST_FILE = 8 << 20;

  private static final int MOST_FILES = 100;
  private static final String NOUN = "evaluation";

  private final EvaluationRepository rows;
  private final Models models;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Evaluations(
      EvaluationRepository rows, Models models, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.models = models;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** The newest first. */
  @Transactional
  public List<LossView> losses(Caller caller, UUID model) {
    enter(caller, Permissions.MODELS_READ, model);
    return rows.losses(caller.organisation(), model).stream().map(LossView::of).toList();
  }

  /**
   * Keeps the losses of a result file; the same file again is the same evidence.
   *
   * @throws dev.plumbline.api.problem.ProblemException 400 naming line and field of what is no loss
   */
  @Transactional
  public LossView addLosses(Caller caller, UUID model, String name, String text) {
    enter(caller, Permissions.MODELS_WRITE, model);
    return LossView.of(file(caller.organisation(), caller.actor(), model, name, text));
  }

  private LossFileEntity file(
      Organisation organisation, Actor actor, UUID model, String name, String text) {
    if (text.length() > LARGEST_FILE) {
      throw Input.refused("file", "larger than %d MiB".formatted(LARGEST_FILE >> 20));
    }
    ResultFile.Reading reading = read(text, name);
    if (!reading.isSound()) {
      throw refused(reading.findings().get(0));
    }
    String hash = Sha256.hex(text);
    return rows.losses(organisation, model, hash)
        .orElseGet(() -> added(organisation, actor, model, name, hash, reading.curve()));
  }

  /** Whether the losses of a provider's job are kept. */
  @Transactional
  public boolean isNoted(Organisation organisation, UUID model, String job) {
    tenancy.enter(organisation);
    return rows.hasLosses(organisation, model, job);
  }

  /**
   * Keeps the result file of a provider's job under the job's name; one that somebody has added is
   * there already.
   *
   * @throws dev.plumbline.api.problem.ProblemException 400 naming line and field of what is no
   *     loss, 409 when the model has too many files
   */
  @Transactional
  public void noteFile(
      Organisation organisation, Actor actor, UUID model, String job, String text) {
    tenancy.enter(organisation);
    file(organisation, actor, model, job, text);
  }

  /**
   * Keeps what a provider's job told of its losses without a file.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 when the model has too many files
   */
  @Transactional
  public void note(
      Organisation organisation, Actor actor, UUID model, String job, LossCurve curve) {
    tenancy.enter(organisation);
    String hash = Sha256.hex(LossFileEntity.text(curve));
    if (!curve.isEmpty() && rows.losses(organisation, model, hash).isEmpty()) {
      added(organisation, actor, model, job, hash, curve);
    }
  }

  private LossFileEntity added(
      Organisation organisation,
      Actor actor,
      UUID model,
      String name,
      String hash,
      LossCurve curve) {
    if (rows.countLosses(organisation, model) >= MOST_FILES) {
      throw Problem.of(ErrorCode.CONFLICT, "a model has at most " + MOST_FILES + " result files")
          .asException();
    }
    LossFileEntity row = new LossFileEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.modelId = model;
    row.name = name;
    row.sha256 = hash;
    row.points = LossFileEntity.text(curve);
    row.recordedAt = now();
    row.recordedBy = actor.name();
    rows.insert(row);
    record(
        organisation,
        actor,
        "losses_recorded",
        row.id,
        Map.of("model", model, "name", name, "sha256", hash, "steps", curve.points().size()));
    return row;
  }

  /** The newest first. */
  @Transactional
  public List<HoldOutView> holdOuts(Caller caller, UUID model) {
    enter(caller, Permissions.MODELS_READ, model);
    return rows.holdOuts(caller.organisation(), model).stream()
        .map(row -> HoldOutView.of(row, rows.sent(row)))
        .toList();
  }

  /**
   * Keeps the grades of a hold-out, and what they say.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 when leaks were looked for in another
   *     file than the one that the model was trained on
   */
  @Transactional
  HoldOutView addHoldOut(Caller caller, UUID model, HoldOutRequest request) {
    RegisteredModel known = enter(caller, Permissions.MODELS_WRITE, model);
    HoldOutRequest sound = request.sound();
    known
        .facts()
        .run()
        .dataset()
        .hash()
        .filter(hash -> !hash.replaceFirst("^sha256:", "").equals(sound.trainingSha256()))
        .ifPresent(
            hash -> {
              throw Problem.of(
                      ErrorCode.CONFLICT,
                      "leaks were looked for in another file than the one it was trained on, "
                          + hash)
                  .atField("training_sha256")
                  .asException();
            });
    HoldOutEntity row = new HoldOutEntity();
    row.organisationId = caller.organisation().id();
    row.id = UUID.randomUUID();
    row.modelId = model;
    row.document = rows.text(sound);
    row.recordedAt = now();
    row.recordedBy = caller.actor().name();
    rows.insert(row);
    HoldOutView view = HoldOutView.of(row, sound);
    record(caller.organisation(), caller.actor(), "hold_out_recorded", row.id, view);
    return view;
  }

  private RegisteredModel enter(Caller caller, String permission, UUID model) {
    caller.require(permission, Optional.empty());
    tenancy.enter(caller.organisation());
    return models.get(caller.organisation(), model);
  }

  private void record(Organisation organisation, Actor actor, String verb, UUID id, Object view) {
    trail.record(organisation, actor, AuditedChange.of(NOUN + "." + verb, NOUN, id).to(view));
  }

  private static ResultFile.Reading read(String text, String name) {
    try {
      return ResultFile.read(new StringReader(text), name);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
  }

  private static RuntimeException refused(Finding finding) {
    return Input.refused(
        "file", "%s: %s; %s".formatted(finding.where(), finding.message(), finding.remedy()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
