package dev.plumbline.api.access;

import dev.plumbline.api.problem.ProblemJson;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends a challenge where no resource has been reached. */
@ApplicationScoped
class Challenges {

  private final ProblemJson json;

  Challenges(ProblemJson json) {
    this.json = json;
  }

  void send(RoutingContext context) {
    Challenge challenge = Challenge.to(context.request());
    HttpServerResponse response =
        context.response().putHeader(challenge.header(), challenge.value());
    challenge
        .problem()
        .ifPresentOrElse(
            problem -> json.end(response, problem),
            () -> response.setStatusCode(challenge.status()).end());
  }
}
