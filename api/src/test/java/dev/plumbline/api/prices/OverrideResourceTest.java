package dev.plumbline.api.prices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.override.OverrideQuestion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OverrideResourceTest {

  private static final String PATH = "/api/v1/prices/overrides";

  @Inject CurrentPrices prices;

  @Test
  void anOverrideAppliesAtOnceAndEndsWithoutTouchingThePast() {
    String id =
        post("""
                {"provider":"openai","model":"imagined-1","discount_percent":"15",
                 "valid_from":"2026-01-01","reason":"agreement"}""")
            .statusCode(201)
            .body("discount_percent", equalTo("15"))
            .extract()
            .path("id");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(applies("imagined-1", today)).isTrue();

    given().delete(PATH + "/" + id).then().statusCode(204);

    assertThat(applies("imagined-1", today)).isFalse();
    assertThat(applies("imagined-1", LocalDate.parse("2026-01-02"))).isTrue();
    given().get(PATH + "/" + id).then().statusCode(200).body("valid_to", equalTo(today.toString()));
    given().delete(PATH + "/" + id).then().statusCode(204);
    given().get(PATH + "?size=500").then().statusCode(200).body("id", hasItem(id));
  }

  @Test
  void twoForTheSamePricesAndDaysAreAConflict() {
    String body =
        """
        {"model":"imagined-2","amount":"1.25","unit":"per_1m_tokens","currency":"USD",
         "reason":"private offer"}""";
    post(body).statusCode(201).body("amount", equalTo("1.25"));

    post(body).statusCode(409).body("code", equalTo("conflict"));
  }

  @Test
  void theListIsReadInPages() {
    post(discountOn("imagined-3")).statusCode(201);
    post(discountOn("imagined-4")).statusCode(201);

    given().get(PATH + "?size=1").then().statusCode(200).body("size()", equalTo(1));
    given().get(PATH + "?size=501").then().statusCode(400).body("field", equalTo("size"));
  }

  private static String discountOn(String model) {
    return "{\"model\":\"%s\",\"discount_percent\":\"5\",\"reason\":\"r\"}".formatted(model);
  }

  @Test
  void oneThatIsNotThereIsNotFound() {
    String id = "7d3c1a52-0000-4000-8000-000000000000";
    given().get(PATH + "/" + id).then().statusCode(404);
    given().delete(PATH + "/" + id).then().statusCode(404);
    given().get(PATH + "/nonsense").then().statusCode(400).body("field", equalTo("id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"discount_percent\":\"15\"} | reason",
        "{\"discount_percent\":\"101\",\"reason\":\"r\"} | discount_percent",
        "{\"discount_percent\":\"1e2000000\",\"reason\":\"r\"} | discount_percent",
        "{\"reason\":\"r\"} | discount_percent",
        "{\"amount\":\"1\",\"reason\":\"r\"} | unit",
        "{\"amount\":\"1\",\"unit\":\"per_1m_tokens\",\"reason\":\"r\"} | currency",
        "{\"amount\":\"-1\",\"unit\":\"per_1m_tokens\",\"currency\":\"USD\",\"reason\":\"r\"} | amount",
        "{\"amount\":\"1\",\"unit\":\"per_1m_tokens\",\"currency\":\"XX\",\"reason\":\"r\"} | currency",
        "{\"discount_percent\":\"1\",\"component\":\"x\",\"reason\":\"r\"} | component",
        "{\"discount_percent\":\"1\",\"valid_from\":\"2026-02-01\",\"valid_to\":\"2026-01-01\",\"reason\":\"r\"} | valid_to",
        "{\"discount_percent\":\"1\",\"reason\":\"r\",\"discont\":1} | discont"
      })
  void aRefusedOverrideNamesItsField(String body, String field) {
    post(body).statusCode(400).body("field", equalTo(field));
  }

  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post(PATH).then();
  }

  private boolean applies(String model, LocalDate day) {
    return prices
        .overridesOf(Organisation.FIRST)
        .find(
            new OverrideQuestion(
                Provider.OPENAI, model, model, false, Component.INPUT, ServiceTier.STANDARD, day))
        .filter(found -> found.scope().model().isPresent())
        .isPresent();
  }
}
