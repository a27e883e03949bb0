package dev.plumbline.api.canary;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Watches the answers of every test, and fails the one in which a secret was logged. */
public final class LeakCheck
    implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    if (RestAssured.filters().stream().noneMatch(AnswerWatch.class::isInstance)) {
      RestAssured.filters(new AnswerWatch());
    }
  }

  @Override
  public void afterEach(QuarkusTestMethodContext context) {
    Leaks.assertNothingLogged();
  }
}
