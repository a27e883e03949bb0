package dev.plumbline.lifecycle.probe;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.probe.check.Check;
import dev.plumbline.lifecycle.probe.check.CheckResult;
import dev.plumbline.lifecycle.probe.check.ProbeAnswer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One question, how it is asked, and what its answer must be like.
 *
 * @param id unique in its suite
 * @param family questions that are counted together
 * @param tools offered functions as canonical JSON, in the form of Chat Completions
 * @param responseFormat as canonical JSON, in the form of Chat Completions
 * @param checks all of which an answer must pass; none when only its distribution matters
 */
public record Probe(
    String id,
    String family,
    List<ProbeMessage> messages,
    Sampling sampling,
    Optional<String> tools,
    Optional<String> responseFormat,
    List<Check> checks) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final int MOST_MESSAGES = 100;

  public Probe {
    requireName("id", id);
    requireName("family", family);
    requireNonNull(sampling, "sampling");
    requireNonNull(tools, "tools");
    requireNonNull(responseFormat, "responseFormat");
    messages = List.copyOf(messages);
    checks = List.copyOf(checks);
    if (messages.isEmpty() || messages.size() > MOST_MESSAGES) {
      throw new IllegalArgumentException(
          "a probe has 1 to %d messages, %s has %d".formatted(MOST_MESSAGES, id, messages.size()));
    }
  }

  /** A question whose first token is looked at, nothing else. */
  public static Probe ofOneToken(String id, String family, String prompt, Sampling sampling) {
    return new Probe(
        id,
        family,
        List.of(ProbeMessage.user(prompt)),
        sampling,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The first check that the answer does not pass; passed when there is none. */
  public CheckResult check(ProbeAnswer answer) {
    return checks.stream()
        .map(check -> check.of(answer))
        .filter(result -> !result.isPassed())
        .findFirst()
        .orElseGet(CheckResult::passed);
  }

  private static void requireName(String what, String name) {
    if (!NAME.matcher(requireNonNull(name, what)).matches()) {
      throw new IllegalArgumentException(
          "%s is 1 to 80 letters, digits, dots, underscores and hyphens: %s".formatted(what, name));
    }
  }
}
