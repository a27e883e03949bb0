package dev.plumbline.api.drift;

import dev.plumbline.lifecycle.drift.evidence.Evidence;
import dev.plumbline.lifecycle.drift.evidence.EvidenceWriter;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;

/** Adds to evidence what a verdict does not rest on and people want to know with it. */
@FunctionalInterface
interface Background {

  /**
   * @param bare without it
   * @param verdict the last one of the evidence
   */
  Evidence added(Evidence bare, DriftVerdict verdict);

  /** The file, signed where there is a key. */
  default byte[] file(Evidence evidence) {
    return EvidenceWriter.write(evidence);
  }
}
