package dev.plumbline.api.evaluations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.registry.Given;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.lifecycle.registry.ModelKey;
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
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** How good a model is: its losses, its hold-outs, and what its users say. */
@Path("/models/{id}/evaluation")
@Produces(MediaType.TEXT_HTML)
class EvaluationPage {

  private static final int LONGEST_NAME = 200;

  private final Template page;
  private final Shells shells;
  private final Evaluations evaluations;
  private final Quality quality;
  private final Models models;
  private final CurrentCaller caller;

  EvaluationPage(
      @Location("evaluations/page") Template page,
      Shells shells,
      Evaluations evaluations,
      Quality quality,
      Models models,
      CurrentCaller caller) {
    this.page = page;
    this.shells = shells;
    this.evaluations = evaluations;
    this.quality = quality;
    this.models = models;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  public String show(@RestPath String id) {
    return page(caller.get(), Given.id("id", id), "");
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response add(@RestPath String id, @RestForm("file") @Nullable FileUpload file)
      throws IOException {
    Caller adding = caller.get();
    UUID model = Given.id("id", id);
    try {
      if (file == null || file.size() == 0) {
        throw Input.refused("file", "choose the result file of the job");
      }
      if (file.size() > Evaluations.LARGEST_FILE) {
        throw Input.refused("file", "it is larger than a result file");
      }
      String name = Given.textIfAny("file", file.fileName(), LONGEST_NAME).orElse("results.csv");
      evaluations.addLosses(adding, model, name, Files.readString(file.filePath(), UTF_8));
      return Response.seeOther(URI.create("/models/" + model + "/evaluation")).build();
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(page(adding, model, e.problem().detail()))
          .build();
    } catch (CharacterCodingException e) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(page(adding, model, "the file is not UTF-8 text: give it as it was written"))
          .build();
    }
  }

  private String page(Caller reading, UUID id, String wrong) {
    reading.require(Permissions.MODELS_READ, Optional.empty());
    ModelKey key = models.get(reading.organisation(), id).key();
    return page.data("shell", shells.of(Section.MODELS, "Evaluation of " + key.model()))
        .data("id", id.toString())
        .data("model", key.model())
        .data("losses", evaluations.losses(reading, id))
        .data("holdOuts", evaluations.holdOuts(reading, id))
        .data("quality", quality.list(reading, key::equals))
        .data("mayWrite", reading.grants().holds(Permissions.MODELS_WRITE, Optional.empty()))
        .data("wrong", wrong)
        .render();
  }
}
