package dev.plumbline.api.evaluations;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.registry.ModelPanel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What is known about a model's quality, on its own page. */
@ApplicationScoped
class EvaluationPanel implements ModelPanel {

  private final EvaluationRepository rows;

  EvaluationPanel(EvaluationRepository rows) {
    this.rows = rows;
  }

  @Override
  @Transactional
  public List<Note> of(Organisation organisation, UUID model) {
    long losses = rows.countLosses(organisation, model);
    long holdOuts = rows.countHoldOuts(organisation, model);
    String text =
        losses + holdOuts == 0
            ? "Neither losses of its training nor a hold-out are known."
            : "Result files: %d, hold-outs: %d.".formatted(losses, holdOuts);
    return List.of(
        new Note("Evaluation", text, "/models/" + model + "/evaluation", "Losses and quality"));
  }
}
