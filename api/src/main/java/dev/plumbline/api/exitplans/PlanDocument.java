package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that people entered into one plan, as it is stored. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanDocument(
    PlanFacts facts,
    List<KeyedCandidate> candidates,
    List<StoredStep> steps,
    List<StoredEvidence> evidence,
    @Nullable StoredGolden golden,
    @Nullable StoredChoice choice,
    @Nullable StoredSwitch switched,
    @Nullable StoredClosure closure) {

  public PlanDocument {
    candidates = List.copyOf(candidates);
    steps = List.copyOf(steps);
    evidence = List.copyOf(evidence);
  }

  /** A candidate with what tells it apart. */
  public record KeyedCandidate(String key, CandidateFacts facts) {}

  /** A person as it was named then. */
  public record StoredPerson(String id, String name) {}

  /** A step; which of the moments are there says its state. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StoredStep(
      String key,
      String title,
      boolean beforeSwitch,
      @Nullable String owner,
      LocalDate due,
      @Nullable StoredPerson by,
      @Nullable Instant at,
      @Nullable String note,
      boolean skipped,
      @Nullable StoredPerson signedBy,
      @Nullable Instant signedAt) {}

  /** A link, never the document itself. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StoredEvidence(
      String name,
      @Nullable String link,
      @Nullable String sha256,
      @Nullable String note,
      StoredPerson by,
      Instant at) {}

  /** A golden set, or a waiver for it. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StoredGolden(
      @Nullable Integer count,
      @Nullable Integer wanted,
      @Nullable String sha256,
      @Nullable LocalDate recordedOn,
      @Nullable StoredPerson waivedBy,
      @Nullable String reason,
      @Nullable LocalDate expires) {}

  /** The chosen candidate. */
  public record StoredChoice(String candidate, StoredPerson by, Instant at, String reason) {}

  /** Since when the successor answers. */
  public record StoredSwitch(LocalDate on, StoredPerson by, String note) {}

  /** Proof that the model is over. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StoredClosure(
      @Nullable String lastCall,
      @Nullable LocalDate goneOn,
      boolean hostingDeleted,
      @Nullable String retention,
      StoredPerson by) {}

  PlanDocument with(PlanFacts other) {
    return new PlanDocument(other, candidates, steps, evidence, golden, choice, switched, closure);
  }

  PlanDocument withCandidates(List<KeyedCandidate> others) {
    return new PlanDocument(facts, others, steps, evidence, golden, choice, switched, closure);
  }

  PlanDocument withSteps(List<StoredStep> others) {
    return new PlanDocument(facts, candidates, others, evidence, golden, choice, switched, closure);
  }

  PlanDocument withEvidence(List<StoredEvidence> others) {
    return new PlanDocument(facts, candidates, steps, others, golden, choice, switched, closure);
  }

  PlanDocument with(StoredGolden other) {
    return new PlanDocument(facts, candidates, steps, evidence, other, choice, switched, closure);
  }

  PlanDocument with(StoredChoice other) {
    return new PlanDocument(facts, candidates, steps, evidence, golden, other, switched, closure);
  }

  PlanDocument with(StoredSwitch other) {
    return new PlanDocument(facts, candidates, steps, evidence, golden, choice, other, closure);
  }

  PlanDocument with(StoredClosure other) {
    return new PlanDocument(facts, candidates, steps, evidence, golden, choice, switched, other);
  }
}
