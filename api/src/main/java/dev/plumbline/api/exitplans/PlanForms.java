package dev.plumbline.api.exitplans;

import dev.plumbline.api.changes.Changes;
import dev.plumbline.api.changes.EvidenceRequest;
import dev.plumbline.api.changes.Given;
import dev.plumbline.api.changes.WaiverRequest;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.problem.Input;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What the forms of a plan's page do: the same use cases as over REST. */
@ApplicationScoped
class PlanForms {

  private final ExitPlans plans;
  private final Changes changes;

  PlanForms(ExitPlans plans, Changes changes) {
    this.plans = plans;
    this.changes = changes;
  }

  /**
   * Does what the form says.
   *
   * @return the word for what was done, for the page after it
   */
  String act(Caller caller, UUID plan, FormFields fields) {
    String wish = Given.name("do", fields.text("do"));
    switch (wish) {
      case "facts" -> plans.enter(caller, plan, fields.facts());
      case "candidate" -> plans.addCandidate(caller, plan, fields.candidate());
      case "remove" ->
          plans.removeCandidate(caller, plan, Given.name("candidate", fields.text("candidate")));
      case "golden" -> plans.record(caller, plan, golden(fields));
      case "choose" -> choose(caller, plan, fields);
      case "step" ->
          plans.work(caller, plan, Given.name("step", fields.text("step")), step(fields));
      case "add-step" -> plans.addStep(caller, plan, step(fields));
      case "evidence" -> plans.attach(caller, plan, evidence(fields));
      case "switch" ->
          plans.switched(caller, plan, new SwitchRequest(fields.day("on"), fields.text("note")));
      case "close" -> plans.close(caller, plan, closure(fields));
      case "approve", "refuse", "withdraw", "waive" -> decide(caller, plan, wish, fields);
      default -> throw Input.refused("do", "this page has no such form");
    }
    return wish;
  }

  private void choose(Caller caller, UUID plan, FormFields fields) {
    plans.choose(
        caller,
        plan,
        Given.name("candidate", fields.text("candidate")),
        Given.text("reason", fields.text("reason")));
  }

  private static GoldenRequest golden(FormFields fields) {
    return new GoldenRequest(
        fields.small("count"),
        fields.small("wanted"),
        fields.text("sha256"),
        fields.day("recorded_on"),
        fields.text("waive_reason"),
        fields.day("waive_until"));
  }

  private static StepRequest step(FormFields fields) {
    return new StepRequest(
        fields.text("action"),
        fields.text("note"),
        fields.text("owner"),
        fields.day("due"),
        fields.text("title"),
        fields.isTicked("after_switch") ? Boolean.FALSE : Boolean.TRUE);
  }

  private static EvidenceRequest evidence(FormFields fields) {
    return new EvidenceRequest(
        fields.text("name"), fields.text("link"), fields.text("sha256"), fields.text("note"));
  }

  private static ClosureRequest closure(FormFields fields) {
    return new ClosureRequest(
        fields.text("last_call"),
        fields.day("gone_on"),
        fields.isTicked("hosting_deleted"),
        fields.text("retention"));
  }

  private void decide(Caller caller, UUID plan, String wish, FormFields fields) {
    UUID change = plans.show(caller, plan).change();
    if (change == null) {
      throw ExitPlans.conflict("no candidate is chosen", "choose one first");
    }
    switch (wish) {
      case "approve" ->
          changes.approve(
              caller, change, Given.textIfAny("reason", fields.text("reason")).orElse(""));
      case "refuse" -> changes.refuse(caller, change, Given.text("reason", fields.text("reason")));
      case "withdraw" ->
          changes.withdraw(caller, change, Given.text("reason", fields.text("reason")));
      default ->
          changes.waive(
              caller,
              change,
              new WaiverRequest(
                  fields.text("objection"), fields.text("reason"), fields.day("expires")));
    }
  }
}
