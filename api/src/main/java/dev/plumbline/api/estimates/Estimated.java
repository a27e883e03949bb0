package dev.plumbline.api.estimates;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.pricing.training.EstimateQuestion;
import dev.plumbline.pricing.training.FileEstimate;
import java.util.List;

/**
 * The answer about one dataset.
 *
 * @param findings to the plan and to the files, the gravest first
 */
record Estimated(EstimateQuestion question, FileEstimate estimate, List<Finding> findings) {

  Estimated {
    requireNonNull(question, "question");
    requireNonNull(estimate, "estimate");
    findings = List.copyOf(findings);
  }
}
