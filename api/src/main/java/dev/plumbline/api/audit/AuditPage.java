package dev.plumbline.api.audit;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.web.Field;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trail for people: search it, read what changed, check it. */
@Path("/audit")
class AuditPage {

  private static final int SHOWN = 50;

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "actor", "", "action", "", "subject", "", "from", "", "to", "", "after", "", "verify",
          "");

  private final Template page;
  private final Shells shells;
  private final TrailReader reader;
  private final TrailChecks checks;
  private final CurrentCaller caller;

  AuditPage(
      @Location("audit/page") Template page,
      Shells shells,
      TrailReader reader,
      TrailChecks checks,
      CurrentCaller caller) {
    this.page = page;
    this.shells = shells;
    this.reader = reader;
    this.checks = checks;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @PermissionsAllowed(Permissions.AUDIT_READ)
  public String show(@Context UriInfo address) {
    QueryValues values = QueryValues.of(address, DEFAULTS);
    AuditLinks links = AuditLinks.of(values);
    List<ChainedEntry> found =
        reader.entries(organisation(), links.search(), links.position(SHOWN + 1));
    TemplateInstance shown =
        page.data("shell", shells.of(Section.AUDIT, "Audit"))
            .data("fields", fields(values))
            .data("rows", found.stream().limit(SHOWN).map(AuditRow::of).toList())
            .data("links", links)
            .data("older", links.older(found, SHOWN));
    return shown.data("report", report(values, organisation())).render();
  }

  /** The trail is of the whole organisation: a role in one project does not open it. */
  private Organisation organisation() {
    Caller reader = caller.get();
    reader.require(Permissions.AUDIT_READ, Optional.empty());
    return reader.organisation();
  }

  private Optional<TrailReportView> report(QueryValues values, Organisation organisation) {
    return values.textIfAny("verify").map(wanted -> TrailReportView.of(checks.check(organisation)));
  }

  private static List<Field> fields(QueryValues values) {
    return List.of(
            Field.text("actor", "Who", "Name, or id of a member or token."),
            Field.text("action", "What", "Such as member or member.invited."),
            Field.text("subject", "Of which", "Id of what was changed."),
            Field.date("from", "From", "First day, UTC."),
            Field.date("to", "To", "Last day, UTC."))
        .stream()
        .map(values::show)
        .toList();
  }
}
