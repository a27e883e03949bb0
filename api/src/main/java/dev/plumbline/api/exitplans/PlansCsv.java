package dev.plumbline.api.exitplans;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.web.CsvText;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The portfolio as a file. */
@Path("/exit-plans.csv")
class PlansCsv {

  private static final List<String> HEADER =
      List.of(
          "id",
          "provider",
          "model",
          "base",
          "owner",
          "environment",
          "status",
          "training_end",
          "inference_end",
          "days_left",
          "monthly_spend",
          "currency",
          "golden_set",
          "latest_start",
          "consumers",
          "recommended",
          "blocked_by");

  private final ExitPlans plans;
  private final CurrentCaller caller;

  PlansCsv(ExitPlans plans, CurrentCaller caller) {
    this.plans = plans;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.PLANS_READ)
  @Produces("text/csv")
  public Response download(@RestQuery @DefaultValue("false") boolean closed) {
    List<List<String>> rows =
        plans.list(caller.get(), closed).stream().map(PlansCsv::cells).toList();
    return Response.ok(CsvText.of(HEADER, rows), CsvText.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"exit-plans.csv\"")
        .build();
  }

  private static List<String> cells(PlanView plan) {
    return List.of(
        text(plan.id()),
        plan.provider(),
        plan.model(),
        text(plan.base()),
        text(plan.owner()),
        text(plan.environment()),
        plan.status(),
        text(plan.training().end()),
        text(plan.inference().end()),
        text(plan.inference().daysLeft()),
        text(plan.value().monthlySpend().amount()),
        text(plan.value().monthlySpend().currency()),
        plan.goldenSet().status(),
        text(plan.schedule().latestStart()),
        Integer.toString(plan.consumers().size()),
        plan.candidates().stream().findFirst().map(CandidateView::words).orElse(""),
        String.join("; ", plan.blockedBy()));
  }

  /** What nobody knows is an empty cell. */
  private static String text(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString).orElse("");
  }
}
