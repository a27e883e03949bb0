package dev.plumbline.api.probes;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.probe.check.CheckResult;
import dev.plumbline.lifecycle.probe.plan.Work;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What came of a call, as it is kept for ever.
 *
 * @param checked empty without an answer or without a check
 * @param answer as JSON; empty without an answer, and where only hashes are kept
 * @param logprobs of the alternatives of the first token
 * @param cost empty when nobody knows
 */
public record Observed(
    UUID run,
    Work work,
    ProbeRun.Purpose purpose,
    Instant slot,
    int number,
    String arm,
    String probe,
    String family,
    Instant at,
    boolean answered,
    Optional<CheckResult.Kind> checked,
    String reason,
    Optional<String> answer,
    int answerLength,
    String firstToken,
    Map<String, Double> logprobs,
    Optional<String> model,
    Optional<String> fingerprint,
    OptionalDouble latencySeconds,
    Optional<BigDecimal> cost) {

  public Observed {
    requireNonNull(run, "run");
    requireNonNull(checked, "checked");
    requireNonNull(answer, "answer");
    requireNonNull(model, "model");
    requireNonNull(cost, "cost");
    logprobs = Collections.unmodifiableMap(new TreeMap<>(logprobs));
  }
}
