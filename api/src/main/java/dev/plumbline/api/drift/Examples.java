package dev.plumbline.api.drift;

import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.evidence.Example;
import dev.plumbline.lifecycle.probe.check.CheckResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers to the same probe before a change and since, for people to read. */
final class Examples {

  private static final int MOST = 5;
  private static final int LONGEST = 2_000;

  private final Watch watch;
  private final Map<String, List<Observed>> byProbe;

  Examples(Target target, Watch watch, List<Observed> observations) {
    this.watch = watch;
    this.byProbe =
        observations.stream()
            .filter(each -> each.answered() && watch.works().contains(each.work()))
            .filter(each -> each.arm().equals(target.subject().arm().name()))
            .collect(Collectors.groupingBy(Observed::probe, TreeMap::new, Collectors.toList()));
  }

  /** One for each probe whose answers differ most plainly, at most five. */
  List<Example> around(Instant onset) {
    List<Example> examples = new ArrayList<>();
    byProbe.forEach(
        (probe, answers) -> {
          if (examples.size() < MOST) {
            example(probe, answers, onset).ifPresent(examples::add);
          }
        });
    return examples;
  }

  private Optional<Example> example(String probe, List<Observed> answers, Instant onset) {
    Optional<Observed> before =
        answers.stream().filter(each -> each.slot().isBefore(onset) && isUsual(each)).findFirst();
    Optional<Observed> since =
        before.flatMap(
            old ->
                answers.stream()
                    .filter(each -> !each.slot().isBefore(onset) && differs(old, each))
                    .findFirst());
    return since.map(
        now -> new Example(now.family(), probe, shown(before.orElseThrow()), shown(now)));
  }

  private boolean isUsual(Observed answer) {
    return watch == Watch.TOKENS || answer.checked().equals(Optional.of(CheckResult.Kind.PASSED));
  }

  private boolean differs(Observed before, Observed now) {
    return watch == Watch.TOKENS
        ? !before.firstToken().equals(now.firstToken())
        : now.checked().equals(Optional.of(CheckResult.Kind.FAILED));
  }

  private String shown(Observed answer) {
    String text =
        watch == Watch.TOKENS
            ? answer.firstToken()
            : answer.answer().map(Confirmations::text).orElse("(only the hash is kept)");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
