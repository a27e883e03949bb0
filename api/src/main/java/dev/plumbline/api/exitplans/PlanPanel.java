package dev.plumbline.api.exitplans;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.registry.ModelPanel;
import dev.plumbline.lifecycle.registry.ModelIds;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The plan to leave a model, on the model's own page. */
@ApplicationScoped
class PlanPanel implements ModelPanel {

  private static final String PAGE = "/exit-plans";

  private final ExitPlans plans;
  private final Models models;
  private final CurrentCaller caller;
  private final ModelIds ids = ModelIds.bundled();

  PlanPanel(ExitPlans plans, Models models, CurrentCaller caller) {
    this.plans = plans;
    this.models = models;
    this.caller = caller;
  }

  @Override
  public List<Note> of(Organisation organisation, UUID model) {
    return caller
        .find()
        .filter(reader -> reader.grants().holds(Permissions.PLANS_READ, Optional.empty()))
        .map(reader -> List.of(note(reader, models.get(organisation, model))))
        .orElse(List.of());
  }

  private Note note(Caller reader, RegisteredModel model) {
    return plans
        .findOpen(reader, ids.of(model.key(), model.facts().origin().base()))
        .map(
            id ->
                new Note(
                    "Exit plan",
                    "Somebody plans how to leave it.",
                    PAGE + "/" + id,
                    "Open the plan"))
        .orElseGet(
            () ->
                new Note("Exit plan", "Nobody plans yet how to leave it.", PAGE, "All exit plans"));
  }
}
