package dev.plumbline.lifecycle.drift.verdict;

import static dev.plumbline.lifecycle.drift.verdict.Standing.ABSENT;
import static dev.plumbline.lifecycle.drift.verdict.Standing.CHANGED;
import static dev.plumbline.lifecycle.drift.verdict.Standing.NOT_MEASURED;
import static dev.plumbline.lifecycle.drift.verdict.Standing.QUIET;

import java.util.Map;

/** Whose change it is, by what the arms say (drift reference, section 9). */
public enum Attribution {
  NOTHING_CHANGED("nothing changed"),
  THIS_MODEL("this fine-tune alone: its deployment, its id or its adapter"),
  BASE("the base model or its serving: siblings and base changed too"),
  FINE_TUNE_SERVING("the serving stack of fine-tunes: siblings changed too, the base did not"),
  HARNESS("harness, network, SDK or tokenizer: the control changed too"),
  ALIAS(
      "the base changed and this id did not: look at the resolved model, an alias may have moved"),
  NOT_ATTRIBUTED("not attributed: arms are missing or contradict each other");

  private final String sentence;

  Attribution(String sentence) {
    this.sentence = sentence;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }

  /** Arms that are not in the map are absent. */
  public static Attribution of(Map<Arm, Standing> standings) {
    Standing control = standings.getOrDefault(Arm.CONTROL, ABSENT);
    if (control == CHANGED) {
      return HARNESS;
    }
    if (standings.values().stream().noneMatch(one -> one == CHANGED || one == Standing.DIVIDED)) {
      return NOTHING_CHANGED;
    }
    return control == QUIET ? ofModels(standings) : NOT_ATTRIBUTED;
  }

  private static Attribution ofModels(Map<Arm, Standing> standings) {
    Standing target = standings.getOrDefault(Arm.TARGET, NOT_MEASURED);
    Standing siblings = standings.getOrDefault(Arm.SIBLING, ABSENT);
    Standing base = standings.getOrDefault(Arm.BASE, ABSENT);
    if (target == CHANGED && siblings == QUIET && base == QUIET) {
      return THIS_MODEL;
    }
    if (target == CHANGED && siblings == CHANGED && base == CHANGED) {
      return BASE;
    }
    if (target == CHANGED && siblings == CHANGED && base == QUIET) {
      return FINE_TUNE_SERVING;
    }
    return target == QUIET && siblings == QUIET && base == CHANGED ? ALIAS : NOT_ATTRIBUTED;
  }
}
