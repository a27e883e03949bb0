package dev.plumbline.api.scenarios;

import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.model.ModelId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What break-even must know about the dates of a model. */
public interface ModelEnds {

  /** The first day on which the model can no longer be called. */
  Optional<Observation<LocalDate>> inferenceEnd(ModelId model);

  /** What stands against training on this base on a day; a blocker means that nobody can. */
  List<Finding> trainingFindings(ModelId model, LocalDate day);
}
