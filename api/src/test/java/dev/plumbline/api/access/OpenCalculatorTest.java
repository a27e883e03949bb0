package dev.plumbline.api.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The calculator for visitors, which a setting opens: list prices, and nothing else. */
@QuarkusTest
class OpenCalculatorTest {

  private static final String QUESTION =
      "/api/v1/break-even?model=gpt-4o-2024-08-06&static_base=6000&static_tuned=200"
          + "&input_base=800&output_base=200&volume=100000&rows=800&row_tokens=1200&epochs=3"
          + "&at=2026-01-14";

  @Test
  void visitorsUseTheCalculatorAndNothingElse() {
    QuarkusMock.installMockForType(new OpenCalculator(true), OpenCalculator.class);

    for (String address :
        new String[] {
          "/", "/break-even", "/break-even/curve.csv?at=2025-06-01", QUESTION,
        }) {
      TestCallers.anonymous().accept("*/*").get(address).then().statusCode(200);
    }
    for (String address :
        new String[] {"/api/v1/prices", "/prices", "/estimate", "/api/v1/me", "/q/openapi"}) {
      TestCallers.anonymous().accept("*/*").get(address).then().statusCode(401);
    }
    TestCallers.as(TestCaller.REVOKED).get(QUESTION).then().statusCode(401);
    TestCallers.as(TestCaller.SCAN).get(QUESTION).then().statusCode(403);
  }

  @Test
  void visitorsSeeListPricesWhereMembersSeeTheirOwn() {
    QuarkusMock.installMockForType(new OpenCalculator(true), OpenCalculator.class);
    String reason = "negotiated " + UUID.randomUUID();
    String listed = TestCallers.anonymous().get(QUESTION).then().extract().asString();
    TestCallers.as(TestCaller.OTHER_ADMIN)
        .contentType("application/json")
        .body(
            "{\"model\":\"gpt-4o-2024-08-06\",\"discount_percent\":\"50\",\"reason\":\"%s\"}"
                .formatted(reason))
        .post("/api/v1/prices/overrides")
        .then()
        .statusCode(201);

    TestCallers.anonymous().get(QUESTION).then().statusCode(200).body(equalTo(listed));
    TestCallers.as(TestCaller.OTHER_ADMIN)
        .get(QUESTION)
        .then()
        .statusCode(200)
        .body(not(equalTo(listed)))
        .body(containsString(reason));
  }

  @Test
  void itIsClosedUntilTheSettingOpensIt() {
    TestCallers.anonymous().get(QUESTION).then().statusCode(401);
  }
}
