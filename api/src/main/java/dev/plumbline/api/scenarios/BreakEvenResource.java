package dev.plumbline.api.scenarios;

import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.scenarios.ScenarioOutcome.Answered;
import dev.plumbline.api.scenarios.ScenarioOutcome.Blocked;
import dev.plumbline.api.scenarios.ScenarioOutcome.Unpriced;
import dev.plumbline.core.finding.Finding;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** From how many requests a month fine-tuning pays, over HTTP. */
@Path("/api/v1/break-even")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Break-even", description = "From how many requests a month fine-tuning pays")
class BreakEvenResource {

  private static final int MOST_CHARACTERS = 256 * 1024;

  private final CurrentAnswers answers;
  private final Clock clock;

  BreakEvenResource(CurrentAnswers answers, Clock clock) {
    this.answers = answers;
    this.clock = clock;
  }

  @POST
  @PermissionsAllowed(Permissions.BREAK_EVEN)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Answers a scenario",
      description =
          "The same document that `plumbline breakeven --scenario` reads. Prices are given or"
              + " looked up by model and day; decimals are JSON numbers or strings.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "gpt-4o", value = ExampleScenario.TEXT)))
  @APIResponse(
      responseCode = "200",
      description = "The verdict with its evidence; NEVER is a normal answer",
      content = @Content(schema = @Schema(implementation = BreakEvenView.class)))
  @APIResponse(
      responseCode = "400",
      description = "A field that cannot be used, an unknown price, or training that has ended",
      content = @Content(mediaType = "application/problem+json"))
  public BreakEvenView answer(String document) {
    if (document.length() > MOST_CHARACTERS) {
      throw Problem.of(ErrorCode.BODY_TOO_LARGE, "A scenario has at most 262,144 characters.")
          .withRemedy("send one scenario at a time")
          .asException();
    }
    return answered(() -> ScenarioReader.read(document));
  }

  @GET
  @PermissionsAllowed(Permissions.BREAK_EVEN)
  @Operation(
      summary = "Answers the common scenario from query parameters",
      description =
          "One model, tuned or not. The parameters are those of the break-even page's address, so"
              + " its query works here too; shares are percentages. Also: base, other (models,"
              + " separated by commas), compressed, input_tuned, output_tuned, tier, cache, hits,"
              + " hit_tuned, ttl, written, failing_base, failing_tuned, retries, loss, fallback,"
              + " runs, free_tokens, training_tokens, training_cost, training_price,"
              + " label_minutes, wage, evaluation, engineering, retrain_every, retrain_runs,"
              + " retrain_people, fixed_tuned, fixed_base, discount, shutdown.")
  @Parameter(
      name = "model",
      required = true,
      description = "name, or provider/name",
      example = "gpt-4o-2024-08-06")
  @Parameter(name = "static_base", required = true, example = "6000")
  @Parameter(name = "static_tuned", required = true, example = "200")
  @Parameter(name = "input_base", example = "800")
  @Parameter(name = "output_base", required = true, example = "200")
  @Parameter(name = "volume", required = true, description = "a month", example = "100000")
  @Parameter(name = "hit_base", description = "percent; 60 when not given", example = "87")
  @Parameter(name = "rows", example = "800")
  @Parameter(name = "row_tokens", example = "1200")
  @Parameter(name = "epochs", example = "3")
  @Parameter(name = "months", example = "12")
  @Parameter(name = "at", description = "first day; today when not given", example = "2026-01-14")
  public BreakEvenView answer(@Context UriInfo address) {
    Map<String, String> given = new LinkedHashMap<>();
    address
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              if (values.size() > 1) {
                throw refused(name, "is given twice; give it once");
              }
              given.put(name, values.get(0));
            });
    return answered(() -> ScenarioParameters.read(given));
  }

  private BreakEvenView answered(Supplier<ScenarioRequest> reading) {
    try {
      LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
      return answers.get().answer(reading.get(), today).match(new OrProblem());
    } catch (ScenarioRefusedException e) {
      throw refused(e.field(), e.getMessage());
    }
  }

  private static ProblemException refused(String field, String detail) {
    Problem problem = Problem.of(ErrorCode.INVALID_INPUT, detail);
    return (field.isEmpty() ? problem : problem.atField(field)).asException();
  }

  /** The answer, or the reason why there is none. */
  private static final class OrProblem implements ScenarioOutcome.Cases<BreakEvenView> {

    @Override
    public BreakEvenView answered(Answered answered) {
      return answered.view();
    }

    @Override
    public BreakEvenView unpriced(Unpriced unpriced) {
      throw Problem.of(
              ErrorCode.INVALID_INPUT,
              "Not every price is known: " + String.join("; ", unpriced.reasons()))
          .withRemedy("choose another model or day, or give the prices in the scenario")
          .asException();
    }

    @Override
    public BreakEvenView blocked(Blocked blocked) {
      Finding first = blocked.blockers().get(0);
      throw Problem.of(ErrorCode.INVALID_INPUT, first.message())
          .atField("at")
          .withRemedy(first.remedy())
          .asException();
    }
  }
}
