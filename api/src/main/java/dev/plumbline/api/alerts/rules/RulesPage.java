package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.notifications.AlertTabs;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules, each tried over the last year: how often it would have told somebody. */
@Path("/alerts/rules")
@Produces(MediaType.TEXT_HTML)
class RulesPage {

  private final Template page;
  private final Shells shells;
  private final Instance<AlertRule> rules;
  private final CurrentCaller caller;
  private final Clock clock;

  RulesPage(
      @Location("alerts/rules") Template page,
      Shells shells,
      @Any Instance<AlertRule> rules,
      CurrentCaller caller,
      Clock clock) {
    this.page = page;
    this.shells = shells;
    this.rules = rules;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.ALERTS_READ)
  public String show() {
    Caller reader = caller.get();
    reader.require(Permissions.ALERTS_READ, Optional.empty());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<RulePreview> previews =
        rules.stream()
            .map(rule -> RulePreview.of(rule, reader.organisation(), today))
            .sorted(Comparator.comparing(RulePreview::name))
            .toList();
    return page.data("shell", shells.of(Section.ALERTS, "Rules of alerts"))
        .data("tabs", AlertTabs.RULES.links(reader))
        .data("rules", previews)
        .render();
  }
}
