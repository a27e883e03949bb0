package dev.plumbline.pricing.dataset;

/** One thing that every row must fulfil by itself. */
@FunctionalInterface
interface RowRule {

  void check(TrainingRow row, RowFindings findings);
}
