package dev.plumbline.api.costs;

import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.api.problem.Input;
import dev.plumbline.pricing.cost.RequestCosts;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Prices requests by the catalogue in force at their moment. */
@Path("/api/v1/cost")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cost", description = "What requests cost, with the price rows that say so")
class CostResource {

  private static final int MOST = 1000;
  private static final String EXAMPLE =
      """
      {"model": "ft:gpt-4o-2024-08-06:acme::AbC123", "at": "2026-11-20T12:00:00Z",
       "input_tokens": 1700, "cached_input_tokens": 1024, "output_tokens": 200}
      """;
  private static final String BATCH_EXAMPLE =
      """
      {"requests": [
        {"model": "gpt-4o-mini", "at": "2026-11-20T12:00:00Z", "input_tokens": 900, "output_tokens": 50},
        {"model": "no-such-model", "input_tokens": 900, "output_tokens": 50}]}
      """;

  private final CurrentPrices prices;
  private final Clock clock;

  CostResource(CurrentPrices prices, Clock clock) {
    this.prices = prices;
    this.clock = clock;
  }

  @POST
  @PermissionsAllowed(Permissions.CALCULATE)
  @Operation(
      summary = "Price one request",
      description =
          "A model or component without a known price gives status unpriced with the reason, never"
              + " zero and never the price of another model.")
  @RequestBody(content = @Content(examples = @ExampleObject(name = "a fine-tune", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "priced, or unpriced with the reason")
  @APIResponse(responseCode = "400", description = "a value is refused; the problem names it")
  public CostView cost(@Nullable CostRequest request) {
    return price(request, "", prices.costs());
  }

  @POST
  @PermissionsAllowed(Permissions.CALCULATE)
  @Path("batch")
  @Operation(summary = "Price up to 1,000 requests", description = "The answers keep the order.")
  @RequestBody(content = @Content(examples = @ExampleObject(name = "two", value = BATCH_EXAMPLE)))
  public CostsView costs(@Nullable CostBatch batch) {
    List<@Nullable CostRequest> requests = batch == null ? null : batch.requests();
    if (requests == null || requests.isEmpty()) {
      throw Input.refused("requests", "a list of requests is needed");
    }
    if (requests.size() > MOST) {
      throw Input.refused(
          "requests",
          "%d requests are more than %d; split the list".formatted(requests.size(), MOST));
    }
    RequestCosts costs = prices.costs();
    List<CostView> answers = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      answers.add(price(requests.get(i), "requests[" + i + "].", costs));
    }
    return CostsView.of(answers);
  }

  private CostView price(@Nullable CostRequest request, String where, RequestCosts costs) {
    if (request == null) {
      throw Input.refused(where.isEmpty() ? "body" : where, "a request is needed");
    }
    Instant now = clock.instant();
    var usage = request.read(where, now);
    return CostView.of(usage.model(), costs.costOf(usage));
  }
}
