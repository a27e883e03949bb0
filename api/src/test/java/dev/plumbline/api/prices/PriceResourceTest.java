package dev.plumbline.api.prices;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PriceResourceTest {

  @Test
  void aDaysTrainingPriceComesWithItsSource() {
    given()
        .queryParam("provider", "openai")
        .queryParam("model", "gpt-4o-2024-08-06")
        .queryParam("component", "training")
        .queryParam("fine_tuned", true)
        .queryParam("at", "2026-11-20")
        .get("/api/v1/prices")
        .then()
        .statusCode(200)
        .body("catalogue_version", notNullValue())
        .body("prices.amount", hasItem("25"))
        .body("prices.source.name", everyItem(notNullValue()));
  }

  @Test
  void aPageHoldsAtMostWhatWasAskedForAndSaysHowManyThereAre() {
    given()
        .queryParam("size", 3)
        .queryParam("page", 1)
        .get("/api/v1/prices")
        .then()
        .statusCode(200)
        .body("prices", hasSize(3))
        .body("total", greaterThan(400));
    given()
        .queryParam("page", 1000000)
        .get("/api/v1/prices")
        .then()
        .statusCode(200)
        .body("prices", empty());
  }

  @ParameterizedTest
  @CsvSource({
    "size, 501",
    "size, 0",
    "page, -1",
    "component, dreams",
    "tier, turbo",
    "provider, '../..'",
    "at, yesterday",
    "known_at, 12",
    "page, 99999999999"
  })
  void aParameterThatMakesNoSenseIsRefused(String name, String value) {
    given()
        .queryParam(name, value)
        .get("/api/v1/prices")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(name))
        .body("detail", not(containsString("Exception")));
  }

  @Test
  void nothingWasKnownBeforeTheFirstRecord() {
    given()
        .queryParam("known_at", "2020-01-01T00:00:00Z")
        .get("/api/v1/prices")
        .then()
        .statusCode(200)
        .body("total", equalTo(0));
  }

  @Test
  void aPriceIsFoundByTheIdThatCostsName() {
    String id = given().get("/api/v1/prices").then().extract().path("prices[0].id");

    given().get("/api/v1/prices/" + id).then().statusCode(200).body("price.id", equalTo(id));
    given()
        .get("/api/v1/prices/nonsense")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  @Test
  void aHistoryIsOfOneModel() {
    given()
        .queryParam("model", "gpt-4o-2024-08-06")
        .get("/api/v1/prices/history")
        .then()
        .statusCode(200)
        .body("total", greaterThan(3));
    given().get("/api/v1/prices/history").then().statusCode(400).body("field", equalTo("model"));
  }

  @Test
  void disagreeingSourcesStandSideBySide() {
    given()
        .get("/api/v1/prices/conflicts")
        .then()
        .statusCode(200)
        .body("[0].claims.size()", greaterThan(1))
        .body("size()", lessThanOrEqualTo(100));
  }

  @Test
  void sourcesAndImportsAreListed() {
    given()
        .get("/api/v1/prices/sources")
        .then()
        .statusCode(200)
        .body("source.kind", hasItem("provider_page"));
    given().get("/api/v1/prices/imports").then().statusCode(200).body("origin", hasItem("bundled"));
  }
}
