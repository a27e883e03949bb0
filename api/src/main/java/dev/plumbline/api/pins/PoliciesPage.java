package dev.plumbline.api.pins;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.models.RegisteredConsumer;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.registry.Given;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.core.owner.Environment;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What applications may be pinned to, for people: the rules, and who is excused from them. */
@Path("/consumers/policies")
@Produces(MediaType.TEXT_HTML)
class PoliciesPage {

  private static final String PATH = "/consumers/policies";
  private static final Slice SHOWN = new Slice(500, Optional.empty());
  private static final Map<String, String> DONE =
      Map.of(
          "set", "The policy is set. Pins that hold stay, also where it would refuse them today.",
          "granted", "The waiver is granted. It ends by itself.",
          "revoked", "The waiver is taken back. It stays in the list.");

  private final Template page;
  private final Shells shells;
  private final Policies policies;
  private final Waivers waivers;
  private final Consumers consumers;
  private final CurrentCaller caller;
  private final Clock clock;

  PoliciesPage(
      @Location("consumers/policies") Template page,
      Shells shells,
      Policies policies,
      Waivers waivers,
      Consumers consumers,
      CurrentCaller caller,
      Clock clock) {
    this.page = page;
    this.shells = shells;
    this.policies = policies;
    this.waivers = waivers;
    this.consumers = consumers;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  public String show(@RestQuery @DefaultValue("") String done) {
    return render(caller.allowed(Permissions.MODELS_READ), DONE.getOrDefault(done, ""), "");
  }

  private String render(Caller reader, String done, String wrong) {
    Organisation organisation = reader.organisation();
    List<RegisteredConsumer> known = consumers.all(organisation);
    Map<UUID, String> names =
        known.stream().collect(Collectors.toMap(RegisteredConsumer::id, PoliciesPage::name));
    return page.data("shell", shells.of(Section.MODELS, "Pinning policies"))
        .data(
            "policies",
            Arrays.stream(Environment.values())
                .map(each -> PolicyView.of(each, policies.of(organisation, each)))
                .toList())
        .data(
            "waivers",
            waivers.list(organisation, SHOWN).entries().stream()
                .map(each -> WaiverRow.of(each, names, clock.instant()))
                .sorted(Comparator.comparing(WaiverRow::order))
                .toList())
        .data("applications", known.stream().filter(each -> each.archivedAt().isEmpty()).toList())
        .data("mayWrite", reader.grants().holds(Permissions.MODELS_WRITE, Optional.empty()))
        .data("done", done)
        .data("wrong", wrong)
        .render();
  }

  private static String name(RegisteredConsumer registered) {
    return registered.consumer().application();
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(MultivaluedMap<String, String> form) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    return attempt(
        by,
        "set",
        () -> {
          Environment where =
              Given.word(
                  "environment",
                  form.getFirst("environment"),
                  Environment::findByLabel,
                  Environment.labels());
          policies.set(by.organisation(), by.actor(), where, request(form).toPolicy());
        });
  }

  private static PolicyRequest request(MultivaluedMap<String, String> form) {
    String approved = form.getFirst("approved");
    return new PolicyRequest(
        form.containsKey("no_moving_alias"),
        number(form, "base_lives_days"),
        number(form, "rollback_verified_days"),
        number(form, "rollback_lives_days"),
        form.containsKey("evaluation_baseline"),
        number(form, "fine_tune_age_days"),
        approved == null || approved.isBlank()
            ? null
            : Arrays.asList(approved.strip().split("[\\s,]+")));
  }

  private static @Nullable Integer number(MultivaluedMap<String, String> form, String field) {
    String text = form.getFirst(field);
    return text == null || text.isBlank()
        ? null
        : Input.read(field, () -> Integer.valueOf(text.strip()));
  }

  @POST
  @Path("/waivers")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response grant(MultivaluedMap<String, String> form) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    return attempt(
        by,
        "granted",
        () ->
            waivers.grant(
                by.organisation(),
                by.actor(),
                waiver(form).toWaiver(clock.instant().truncatedTo(ChronoUnit.MICROS))));
  }

  private static WaiverRequest waiver(MultivaluedMap<String, String> form) {
    String consumer = form.getFirst("consumer");
    String until = form.getFirst("expires");
    Instant end =
        until == null || until.isBlank()
            ? null
            : Input.read(
                "expires", () -> LocalDate.parse(until).atStartOfDay(ZoneOffset.UTC).toInstant());
    return new WaiverRequest(
        form.getFirst("rule"),
        form.getFirst("environment"),
        form.getFirst("provider"),
        form.getFirst("model"),
        consumer == null || consumer.isBlank() ? null : consumer,
        form.getFirst("owner"),
        form.getFirst("reason"),
        end);
  }

  @POST
  @Path("/waivers/{id}")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(@RestPath String id) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    waivers.revoke(by.organisation(), by.actor(), Given.id("id", id));
    return done("revoked");
  }

  private Response attempt(Caller by, String done, Runnable change) {
    try {
      change.run();
      return done(done);
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(render(by, "", e.problem().sentence()))
          .build();
    }
  }

  private static Response done(String what) {
    return Response.seeOther(URI.create(PATH + "?done=" + what)).build();
  }

  /**
   * A waiver as a person reads it.
   *
   * @param order those that hold come first, the one that ends next before the others
   * @param left days that it still holds, or that it is over
   */
  record WaiverRow(
      UUID id,
      String order,
      String rule,
      String environment,
      String whom,
      String owner,
      String reason,
      String expires,
      String left,
      String tone,
      boolean holds) {

    static WaiverRow of(RegisteredWaiver registered, Map<UUID, String> names, Instant now) {
      WaiverView view = WaiverView.of(registered);
      boolean holds = registered.holdsAt(now);
      long days = ChronoUnit.DAYS.between(now, view.expiresAt());
      return new WaiverRow(
          view.id(),
          (holds ? "0" : "1") + view.expiresAt(),
          view.rule().replace('_', ' '),
          view.environment(),
          whom(view, names),
          view.owner(),
          view.reason(),
          view.expiresAt().toString().substring(0, 10),
          left(view, holds, days),
          tone(holds, days),
          holds);
    }

    private static String whom(WaiverView view, Map<UUID, String> names) {
      String application =
          view.consumer() == null
              ? "every application"
              : names.getOrDefault(view.consumer(), view.consumer().toString());
      return application + ", " + (view.model() == null ? "every model" : view.model());
    }

    private static String left(WaiverView view, boolean holds, long days) {
      if (holds) {
        return days == 0 ? "less than a day" : days == 1 ? "1 day" : days + " days";
      }
      return view.revokedAt() == null ? "over" : "taken back";
    }

    private static String tone(boolean holds, long days) {
      if (!holds) {
        return "tone-plain";
      }
      return days < 14 ? "tone-care" : "tone-good";
    }
  }
}
