package dev.plumbline.api.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.tokens.MadeTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One who asks too much is told so, and the others do not notice. */
@QuarkusTest
class RequestLimitsTest {

  private static final ShareSizes SMALL = new ShareSizes(2, 2, 4);

  @TestHTTPResource("/api/v1/test/work?micros=3000")
  URI work;

  private final RequestLimits limits;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Organisation noisyOne;
  private String noisy;
  private String quiet;

  RequestLimitsTest(RequestLimits limits) {
    this.limits = limits;
  }

  @BeforeEach
  void twoOrganisations() {
    noisyOne = MadeTokens.organisation();
    noisy = MadeTokens.token(noisyOne, Scope.READ);
    quiet = MadeTokens.token(MadeTokens.organisation(), Scope.READ);
  }

  @AfterEach
  void usualLimits() {
    limits.useConfigured();
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBackAndOthersAreNot() {
    limits.use(Allowance.of(3, Duration.ofHours(1)), SMALL);
    as(noisy)
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .header("RateLimit", equalTo("\"requests\";r=2"))
        .header("RateLimit-Policy", equalTo("\"requests\";q=3;w=3600"));
    as(noisy).get("/api/v1/me").then().statusCode(200);
    as(noisy).get("/api/v1/nowhere");

    String wait =
        as(noisy)
            .get("/api/v1/me")
            .then()
            .statusCode(429)
            .contentType("application/problem+json")
            .body("code", equalTo("too-many-requests"))
            .extract()
            .header("Retry-After");

    assertThat(Integer.parseInt(wait)).isBetween(1, 1200); // one comes back every 20 minutes
    as(quiet).get("/api/v1/me").then().statusCode(200);
  }

  @Test
  void visitorsWithoutANameAreCountedByTheirAddress() {
    limits.use(Allowance.of(2, Duration.ofHours(1)), SMALL);

    given().noFilters().get("/api/v1/me").then().statusCode(401);
    given().noFilters().get("/api/v1/me").then().statusCode(401);
    given().noFilters().get("/api/v1/me").then().statusCode(429);
    as(quiet).get("/api/v1/me").then().statusCode(200);
  }

  @Test
  void aNoisyOrganisationIsBoundedAndAQuietOneGetsAllItsAnswers() {
    limits.use(Allowance.of(60, Duration.ofHours(1)), SMALL);

    List<CompletableFuture<HttpResponse<Void>>> noise =
        IntStream.range(0, 150).mapToObj(i -> send(noisy)).toList();
    List<Integer> answers =
        IntStream.range(0, 30).mapToObj(i -> send(quiet).join().statusCode()).toList();
    List<HttpResponse<Void>> heard = noise.stream().map(CompletableFuture::join).toList();

    assertThat(answers).hasSize(30).containsOnly(200);
    assertThat(WorkResource.mostAtOnce(noisyOne.id())).isBetween(1, 2);
    assertThat(heard).extracting(HttpResponse::statusCode).containsOnly(200, 429).contains(429);
    assertThat(heard)
        .filteredOn(answer -> answer.statusCode() == 429)
        .hasSizeGreaterThanOrEqualTo(90)
        .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
  }

  @Test
  void whatWaitsForItsTurnIsAnsweredInTheEnd() {
    limits.use(Allowance.of(1000, Duration.ofHours(1)), new ShareSizes(1, 1, 50));

    List<CompletableFuture<HttpResponse<Void>>> all =
        IntStream.range(0, 20).mapToObj(i -> send(noisy)).toList();

    assertThat(all).extracting(answer -> answer.join().statusCode()).containsOnly(200);
    assertThat(WorkResource.mostAtOnce(noisyOne.id())).isEqualTo(1);
  }

  /** The page of the HTTP interface sends on to another address: it is one request all the same. */
  @Test
  void whatIsSentOnDoesNotWaitForItself() {
    limits.use(Allowance.of(1000, Duration.ofHours(1)), new ShareSizes(1, 1, 50));

    as(noisy).get("/q/swagger-ui/").then().statusCode(200);
  }

  private CompletableFuture<HttpResponse<Void>> send(String token) {
    HttpRequest request =
        HttpRequest.newBuilder(work).header("Authorization", "Bearer " + token).build();
    return client.sendAsync(request, BodyHandlers.discarding());
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }
}
