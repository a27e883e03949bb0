package dev.plumbline.api.drift;

import dev.plumbline.lifecycle.drift.evidence.Example;
import dev.plumbline.lifecycle.drift.impact.MoneyFigures;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import java.util.List;
import java.util.Optional;

/**
 * What is to be kept of a watch.
 *
 * @param cycles of the epoch that were judged
 * @param readings verdicts of the cycles that are new
 * @param turns those of them that changed the state
 */
record Judged(
    Watch watch,
    int cycles,
    String state,
    String reason,
    List<DriftVerdict> readings,
    List<Turn> turns) {

  /**
   * A change of state with what it rests on.
   *
   * @param money what the change costs is computed from; empty where nothing changed
   * @param evidence the file
   */
  record Turn(
      DriftVerdict verdict,
      List<Example> examples,
      Optional<MoneyFigures> money,
      Optional<byte[]> evidence) {}
}
