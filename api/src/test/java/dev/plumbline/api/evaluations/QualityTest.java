package dev.plumbline.api.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.plumbline.api.access.TestCallers;
import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.identity.Role;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grades that applications post, in an organisation of their own. */
@QuarkusTest
class QualityTest {

  private static final String MODEL = "ft:gpt-4o-2024-08-06:acme::graded";

  private final TestCallers.People people = new TestCallers.People();
  private final Supplier<RequestSpecification> operator = people.signedIn(Role.OPERATOR);

  @Inject @Any Instance<AlertRule> rules;

  @Test
  void gradesCountOnceHoweverOftenTheyAreSent() {
    post(grade("a", now(), "\"score\":\"0.75\"")).statusCode(200).body("added", is(1));
    post(grade("a", now(), "\"score\":\"0.75\"") + "," + grade("b", now(), "\"passed\":false"))
        .body("added", is(1));

    list()
        .body("quality", hasSize(1))
        .body("quality[0].standing", equalTo("learning"))
        .body("quality[0].cycles", hasSize(0)); // today is not over
  }

  @Test
  void aLastingLossRaisesAnAlertForTheOwner() throws SQLException {
    days(
        90,
        day -> (day >= 12 ? 26 : 17) + day * 7 % 3); // of 30 each day; the twelve latest are bad
    list()
        .body("quality[0].standing", equalTo("confirmed"))
        .body("quality[0].after.rate", lessThan(.7f))
        .body("quality[0].onset", greaterThanOrEqualTo(today().minusDays(13).toString()))
        .body("quality[0].onset", lessThanOrEqualTo(today().minusDays(10).toString()));

    Collection<Condition> holding = conditions();
    assertThat(holding)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.severity()).isEqualTo(AlertSeverity.ERROR);
              assertThat(each.summary()).contains(MODEL).contains("worse since about");
              assertThat(each.link()).isEqualTo("/models");
            });
  }

  @Test
  void stableQualityRaisesNone() throws SQLException {
    days(90, day -> 26 + day * day % 5 % 3);

    list().body("quality[0].standing", equalTo("ok"));
    assertThat(conditions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|grades",
        "{}|grades[0].id",
        "{\"id\":\"a\",\"provider\":\"openai\",\"model\":\"m\",\"score\":\"0.5\"}|grades[0].at",
        "{\"id\":\"a\",\"provider\":\"openai\",\"model\":\"m\",\"at\":\"2020-01-01T00:00:00Z\",\"passed\":true}|grades[0].at",
      })
  void whatDoesNotFitIsNamed(String grades, String field) {
    post(grades).statusCode(400).body("field", equalTo(field));
  }

  @Test
  void aScoreIsFromNoughtToOneAndEitherAScoreOrAWord() {
    post(grade("a", now(), "\"score\":\"1.1\"")).body("field", equalTo("grades[0].score"));
    post(grade("a", now(), "\"score\":\"1\",\"passed\":true"))
        .statusCode(400)
        .body("detail", containsString("either"));
  }

  private Collection<Condition> conditions() {
    return rules.stream()
        .filter(rule -> rule.name().equals("quality.degraded"))
        .findFirst()
        .orElseThrow()
        .of(people.organisation())
        .apply(today());
  }

  private interface Passes {
    int of(int daysAgo);
  }

  /** 30 grades on each day before today, written past the limit of seven days. */
  private void days(int count, Passes passes) throws SQLException {
    for (int ago = 1; ago <= count; ago++) {
      SomeCallers.execute(
          """
          insert into quality_grade
          select ?, 'openai', ?, '', ? || '-' || n, ?::date + interval '10 hours',
            case when n <= ? then 1 else 0 end, now()
          from generate_series(1, 30) n""",
          people.organisation().id(),
          MODEL,
          "day" + ago,
          today().minusDays(ago).toString(),
          passes.of(ago - 1));
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String grade(String id, String at, String score) {
    return "{\"id\":\"%s\",\"provider\":\"openai\",\"model\":\"%s\",\"at\":\"%s\",%s}"
        .formatted(id, MODEL, at, score);
  }

  private ValidatableResponse post(String grades) {
    return operator
        .get()
        .contentType("application/json")
        .body("{\"grades\":[" + grades + "]}")
        .post("/api/v1/quality")
        .then();
  }

  private ValidatableResponse list() {
    return operator.get().get("/api/v1/quality?model=" + MODEL).then().statusCode(200);
  }
}
