package dev.plumbline.api.changes;

import dev.plumbline.api.changes.ChangeView.NamedView;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.web.Field;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Changes of model for people: ask for one, look at its history, decide about somebody else's. */
@Path("/changes")
@Produces(MediaType.TEXT_HTML)
class ChangesPage {

  private static final String PATH = "/changes";
  private static final int SHOWN = 100;
  private static final int LAST_PAGE = 1_000;

  private final Template list;
  private final Template detail;
  private final Shells shells;
  private final Changes changes;
  private final Approvers approvers;
  private final CurrentCaller caller;

  ChangesPage(
      @Location("changes/list") Template list,
      @Location("changes/detail") Template detail,
      Shells shells,
      Changes changes,
      Approvers approvers,
      CurrentCaller caller) {
    this.list = list;
    this.detail = detail;
    this.shells = shells;
    this.changes = changes;
    this.approvers = approvers;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.PLANS_READ)
  public String show(@RestQuery @DefaultValue("1") String page) {
    return list(ChangeForm.EMPTY, Optional.empty(), pageOf(page));
  }

  private String list(ChangeForm typed, Optional<Problem> refused, int page) {
    Caller reader = caller.get();
    List<ChangeView> found = changes.list(reader, SHOWN, page - 1);
    return list.data("shell", shells.of(Section.MODELS, "Changes of model"))
        .data("changes", found.stream().map(ChangeRow::of).toList())
        .data("page", page)
        .data("more", found.size() == SHOWN)
        .data("mayWrite", holds(reader, Permissions.PLANS_WRITE))
        .data("fields", typed.fields(refused))
        .data("wrong", refused.map(Problem::detail).orElse(""))
        .render();
  }

  @POST
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response request(MultivaluedMap<String, String> form) {
    ChangeForm typed = ChangeForm.of(form);
    try {
      RecordedChange added =
          changes.request(caller.get(), typed.toRequest().toRequest(), Optional.empty(), List.of());
      return to(added.id());
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(list(typed, Optional.of(e.problem()), 1))
          .build();
    }
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.PLANS_READ)
  public String detail(@RestPath String id) {
    return detail(changes.recorded(caller.get(), Given.id(id)), "");
  }

  private String detail(RecordedChange change, String wrong) {
    Caller reader = caller.get();
    boolean author = change.change().author().id().equals(reader.actor().id());
    boolean pending = change.change().decision().isPending();
    boolean mayWrite = holds(reader, Permissions.PLANS_WRITE);
    return detail
        .data("shell", shells.of(Section.MODELS, "Change of model"))
        .data("it", ChangeRow.of(changes.view(reader.organisation(), change)))
        .data("approvers", approvers.of(reader, change.change().author()))
        .data("author", author)
        .data("mayDecide", pending && !author && holds(reader, Permissions.PLANS_APPROVE))
        .data("mayAttach", pending && mayWrite)
        .data("mayWithdraw", author && mayWrite && !isOver(change))
        .data("wrong", wrong)
        .render();
  }

  private static boolean isOver(RecordedChange change) {
    return change.events().stream()
        .anyMatch(
            event -> event.kind() == EventKind.REFUSED || event.kind() == EventKind.WITHDRAWN);
  }

  /** The form's {@code action}: evidence, waive, approve, refuse or withdraw. */
  @POST
  @Path("/{id}")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response act(@RestPath String id, MultivaluedMap<String, String> form) {
    UUID change = Given.id(id);
    RecordedChange before = changes.recorded(caller.get(), change);
    try {
      act(change, form);
      return to(change);
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(detail(before, e.problem().sentence()))
          .build();
    }
  }

  private void act(UUID change, MultivaluedMap<String, String> form) {
    Caller by = caller.get();
    String reason = form.getFirst("reason");
    switch (String.valueOf(form.getFirst("action"))) {
      case "evidence" ->
          changes.attach(
              by,
              change,
              new EvidenceRequest(
                      form.getFirst("name"), blankless(form.getFirst("link")), null, null)
                  .toEvidence());
      case "waive" ->
          changes.waive(
              by,
              change,
              new WaiverRequest(form.getFirst("objection"), reason, day(form, "expires")));
      case "approve" -> changes.approve(by, change, Given.textIfAny("reason", reason).orElse(""));
      case "refuse" -> changes.refuse(by, change, Given.text("reason", reason));
      case "withdraw" -> changes.withdraw(by, change, Given.text("reason", reason));
      default -> throw Input.refused("action", "not evidence, waive, approve, refuse or withdraw");
    }
  }

  static @Nullable LocalDate day(MultivaluedMap<String, String> form, String field) {
    String text = blankless(form.getFirst(field));
    return text == null ? null : Input.read(field, () -> LocalDate.parse(text));
  }

  static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static boolean holds(Caller reader, String permission) {
    return reader.grants().holds(permission, Optional.empty());
  }

  private static Response to(UUID change) {
    return Response.seeOther(URI.create(PATH + "/" + change)).build();
  }

  private static int pageOf(String text) {
    int page = Input.read("page", () -> Integer.parseInt(text));
    if (page < 1 || page > LAST_PAGE) {
      throw Input.refused("page", "a number from 1 to " + LAST_PAGE);
    }
    return page;
  }

  /** What was typed to ask for a change, to be shown again when it is refused. */
  record ChangeForm(
      String place,
      String provider,
      String from,
      String toProvider,
      String to,
      String reason,
      String switchDate) {

    static final ChangeForm EMPTY = new ChangeForm("", "openai", "", "", "", "", "");

    static ChangeForm of(MultivaluedMap<String, String> form) {
      return new ChangeForm(
          text(form, "place"),
          text(form, "provider"),
          text(form, "from"),
          text(form, "to_provider"),
          text(form, "to"),
          text(form, "reason"),
          text(form, "switch_date"));
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
      String text = form.getFirst(field);
      return text == null ? "" : text.strip();
    }

    NewChange toRequest() {
      LocalDate day =
          switchDate.isEmpty()
              ? null
              : Input.read("switch_date", () -> LocalDate.parse(switchDate));
      String there = toProvider.isEmpty() ? provider : toProvider;
      return new NewChange(
          place,
          new NamedView(provider, from),
          to.isEmpty() ? null : new NamedView(there, to),
          reason,
          day,
          null);
    }

    List<Field> fields(Optional<Problem> refused) {
      return List.of(
              Field.text("place", "Where", "The application or deployment.").showing(place),
              Field.text("provider", "Provider today", "").showing(provider),
              Field.text("from", "Model today", "").showing(from),
              Field.text("to_provider", "Provider then", "Empty for the same.").showing(toProvider),
              Field.text("to", "Model then", "Empty to give the model up.").showing(to),
              Field.text("reason", "Reason", "").showing(reason).asWide(),
              Field.date("switch_date", "First day with it", "").showing(switchDate))
          .stream()
          .map(field -> marked(field, refused))
          .toList();
    }

    private static Field marked(Field field, Optional<Problem> refused) {
      return refused
          .filter(problem -> problem.field().filter(at -> isAt(field, at)).isPresent())
          .map(problem -> field.refusedFor(problem.detail()))
          .orElse(field);
    }

    private static boolean isAt(Field field, String at) {
      return switch (at) {
        case "from.provider" -> field.name().equals("provider");
        case "from.model" -> field.name().equals("from");
        case "to.provider" -> field.name().equals("to_provider");
        case "to.model" -> field.name().equals("to");
        default -> field.name().equals(at);
      };
    }
  }
}
