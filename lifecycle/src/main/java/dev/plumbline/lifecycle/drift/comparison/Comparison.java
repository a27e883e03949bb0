package dev.plumbline.lifecycle.drift.comparison;

/**
 * A test of two samples with all it rests on. Valid once, on data gathered after the decision to
 * test: repeated every cycle it alarms on anything; for that there are the sequential streams.
 */
public sealed interface Comparison
    permits FisherTest,
        KernelTest,
        LogProbabilityTest,
        McNemarTest,
        SignedRankTest,
        TwoProportionTest {

  /** Always the same for the same record. */
  TestResult result();
}
