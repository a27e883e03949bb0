package dev.plumbline.api.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.probes.SuiteDetail;
import dev.plumbline.api.probes.Suites;
import dev.plumbline.api.probes.Target;
import dev.plumbline.api.probes.Targets;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.Field;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.lifecycle.probe.SuiteReading;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What models are asked: suites of probes, frozen from a file, for people. */
@Path("/drift/suites")
@Produces(MediaType.TEXT_HTML)
class SuitesPage {

  /** On one page; each is read for its families. */
  private static final String SHOWN = "50";

  private static final List<Choice> FORMS =
      List.of(
          new Choice("probes", "Probes, one JSON object a line", false),
          new Choice("hold_out", "Hold-out rows of a fine-tune", false));

  private final Template page;
  private final Shells shells;
  private final Suites suites;
  private final Targets targets;
  private final CurrentCaller caller;

  SuitesPage(
      @Location("drift/suites") Template page,
      Shells shells,
      Suites suites,
      Targets targets,
      CurrentCaller caller) {
    this.page = page;
    this.shells = shells;
    this.suites = suites;
    this.targets = targets;
    this.caller = caller;
  }

  /** A suite with the targets that ask it. */
  record Row(SuiteDetail detail, List<Target> users) {}

  /** What was sent, and what was wrong with it. */
  private record Sent(String name, String form, String wrong, List<Finding> findings) {

    static final Sent NOTHING = new Sent("", "probes", "", List.of());

    Sent refused(String why) {
      return new Sent(name, form, why, findings);
    }

    Sent with(List<Finding> found) {
      return new Sent(name, form, wrong, found);
    }

    List<Field> fields() {
      return List.of(
          Field.text("name", "Name", "Small letters, digits and hyphens, for example triage.")
              .showing(name),
          Field.select(
                  "form",
                  "What is in the file",
                  "Of a hold-out row the last answer is what is expected.",
                  FORMS)
              .showing(form));
    }
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  public String show(@RestQuery Optional<String> after) {
    return page(after, Sent.NOTHING);
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response add(
      @RestForm @Nullable String name,
      @RestForm @Nullable String form,
      @RestForm("file") @Nullable FileUpload file)
      throws IOException {
    Sent sent =
        new Sent(
            Objects.requireNonNullElse(name, ""),
            Objects.requireNonNullElse(form, "probes"),
            "",
            List.of());
    try {
      if (file == null || file.size() == 0) {
        throw Input.refused("file", "choose a file");
      }
      NewSuite wanted = new NewSuite(name, form, Files.readString(file.filePath(), UTF_8));
      SuiteReading reading = wanted.reading();
      if (!reading.isSound()) {
        return refused(sent.with(reading.findings()));
      }
      suites.add(caller.get(), wanted.soundName(), reading);
      return Response.seeOther(URI.create("/drift/suites")).build();
    } catch (ProblemException e) {
      return refused(sent.refused(e.problem().detail()), e.problem().code().status());
    } catch (CharacterCodingException e) {
      return refused(sent.refused("the file is not UTF-8 text: save it as such"));
    }
  }

  private Response refused(Sent sent) {
    return refused(sent, Response.Status.BAD_REQUEST.getStatusCode());
  }

  private Response refused(Sent sent, int status) {
    return Response.status(status).entity(page(Optional.empty(), sent)).build();
  }

  private String page(Optional<String> after, Sent sent) {
    Caller reader = caller.get();
    Map<UUID, List<Target>> users =
        targets.all(reader.organisation()).stream().collect(Collectors.groupingBy(Target::suite));
    Listed<SuiteDetail> listed = suites.details(reader, Slice.of(SHOWN, after));
    return page.data("shell", shells.of(Section.DRIFT, "Probe suites"))
        .data(
            "rows",
            listed.entries().stream()
                .map(each -> new Row(each, users.getOrDefault(each.suite().id(), List.of())))
                .toList())
        .data("next", listed.next().orElse(""))
        .data("fields", sent.fields())
        .data("wrong", sent.wrong())
        .data("findings", sent.findings())
        .data("mayWrite", reader.grants().holds(Permissions.MODELS_WRITE, Optional.empty()))
        .render();
  }
}
