package dev.plumbline.api.exitplans;

import dev.plumbline.api.changes.ChangeView;
import dev.plumbline.api.changes.Changes;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders the pages of exit plans. */
@ApplicationScoped
class PlanScreens {

  private static final Map<String, String> DONE =
      Map.ofEntries(
          Map.entry("facts", "What you entered is kept, and the plan is worked out anew."),
          Map.entry("candidate", "The candidate is added."),
          Map.entry("remove", "The candidate is removed."),
          Map.entry("golden", "The golden outputs are noted."),
          Map.entry("choose", "The candidate is chosen; somebody else has to approve it."),
          Map.entry("step", "The step is kept."),
          Map.entry("add-step", "The step is added."),
          Map.entry("evidence", "The evidence is attached."),
          Map.entry("approve", "The change is approved."),
          Map.entry("refuse", "The change is refused."),
          Map.entry("withdraw", "The change is withdrawn."),
          Map.entry("waive", "The objection is waived until that day."),
          Map.entry("switch", "It is noted that everybody has switched."),
          Map.entry("close", "The plan is closed."));

  private final Template list;
  private final Template plan;
  private final Shells shells;
  private final ExitPlans plans;
  private final Changes changes;
  private final CurrentCaller caller;

  PlanScreens(
      @Location("exitplans/list") Template list,
      @Location("exitplans/plan") Template plan,
      Shells shells,
      ExitPlans plans,
      Changes changes,
      CurrentCaller caller) {
    this.list = list;
    this.plan = plan;
    this.shells = shells;
    this.plans = plans;
    this.changes = changes;
    this.caller = caller;
  }

  String list(boolean closed, TypedPlan typed, String wrong) {
    List<PlanRow> rows = plans.list(caller.get(), closed).stream().map(PlanRow::of).toList();
    return list.data("shell", shells.of(Section.MODELS, "Exit plans"))
        .data("rows", rows)
        .data("closed", closed)
        .data("typed", typed)
        .data("wrong", wrong)
        .data("mayWrite", may(Permissions.PLANS_WRITE))
        .render();
  }

  String plan(PlanView view, String wrong, String done) {
    Caller reader = caller.get();
    Optional<ChangeView> change =
        Optional.ofNullable(view.change())
            .flatMap(id -> changes.find(reader.organisation(), id))
            .map(found -> changes.view(reader.organisation(), found));
    return plan.data("shell", shells.of(Section.MODELS, "Exit plan of " + view.model()))
        .data("plan", view)
        .data("row", PlanRow.of(view))
        .data("chart", CandidateChart.of(view))
        .data("change", change)
        .data("wrong", wrong)
        .data("done", DONE.getOrDefault(done, ""))
        .data("mayWrite", may(Permissions.PLANS_WRITE) && !view.status().equals("closed"))
        .data("mayApprove", may(Permissions.PLANS_APPROVE))
        .render();
  }

  private boolean may(String permission) {
    return caller.get().grants().holds(permission, Optional.empty());
  }
}
