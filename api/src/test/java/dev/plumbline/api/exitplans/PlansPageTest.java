package dev.plumbline.api.exitplans;

import static dev.plumbline.api.access.TestCallers.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.access.TestCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlansPageTest {

  private static final String HOSTILE = "\"> <script>alert(1)</script>";

  @Test
  void whoHasNoClosedPlanIsToldWhenThereIsOne() {
    assertThat(page(TestCaller.OTHER_ADMIN, "/exit-plans?closed=true"))
        .contains("No plan is closed", "with the proof that its model is over");
  }

  @Test
  void aPlanIsBegunWorkedOnAndDecidedByForms() {
    String path =
        begun("ft:gpt-4o-2024-08-06:acme::" + UUID.randomUUID().toString().substring(0, 8));
    assertThat(page(TestCaller.OWNER, path))
        .contains("no golden outputs are recorded")
        .contains("copies of the OpenAI deprecations page")
        .contains("gpt-4o-2024-08-06 at azure")
        .contains("Choose a way out");

    assertThat(
            act(TestCaller.OWNER, path, "do", "choose", "candidate", "c3", "reason", "x")
                .statusCode())
        .isEqualTo(409);
    done(TestCaller.OWNER, path, "do", "golden", "count", "3", "sha256", "ab".repeat(32));
    done(TestCaller.OWNER, path, "do", "facts", "monthly_spend", "1200", "owner", "Search team");
    assertThat(page(TestCaller.VIEWER, path))
        .contains("$1,200.00", "Search team")
        .doesNotContain("Note it", "name=\"do\"");
    done(TestCaller.OWNER, path, "do", "step", "step", "evaluate", "action", "done", "note", "ok");
    done(
        TestCaller.OWNER, path, "do", "evidence", "name", "evaluation", "link", "https://x.test/1");
    done(TestCaller.OWNER, path, "do", "choose", "candidate", "c3", "reason", "nobody needs it");
    assertThat(page(TestCaller.ADMIN, path)).contains("Model change", "golden outputs", "Approve");
    Response early = act(TestCaller.OWNER, path, "do", "approve");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.asString()).contains("somebody else has to approve");
    done(
        TestCaller.ADMIN,
        path,
        "do",
        "waive",
        "objection",
        "rollback_unverified",
        "reason",
        "over",
        "expires",
        "2999-01-01");
    done(
        TestCaller.ADMIN,
        path,
        "do",
        "waive",
        "objection",
        "rollback_ends_soon",
        "reason",
        "over",
        "expires",
        "2999-01-01");
    done(TestCaller.ADMIN, path, "do", "approve");
    assertThat(page(TestCaller.OWNER, path)).contains("Everybody has switched");
  }

  @Test
  void candidatesAreAddedComparedAndRemoved() {
    String path = begun("m-" + UUID.randomUUID());

    done(
        TestCaller.OWNER,
        path,
        "do",
        "candidate",
        "route",
        "smaller_base",
        "provider",
        "openai",
        "model",
        "gpt-4o-mini-2024-07-18",
        "monthly_cost",
        "50",
        "effort",
        "500",
        "capable",
        "no",
        "capable_evidence",
        "no tools");
    done(TestCaller.OWNER, path, "do", "facts", "monthly_spend", "80");
    assertThat(page(TestCaller.VIEWER, path))
        .contains("−$30.00", "no tools", "data-chart=\"bars\"", "data-v=\"-30\"");
    done(TestCaller.OWNER, path, "do", "remove", "candidate", "c2");
    assertThat(page(TestCaller.VIEWER, path)).doesNotContain("no tools");
    done(TestCaller.OWNER, path, "do", "add-step", "title", "Ask legal", "due", "2026-12-01");
    assertThat(page(TestCaller.VIEWER, path)).contains("Ask legal");
  }

  @Test
  void whatIsWrongIsSaidAboveTheFormAndTypedTextIsNeverMarkup() {
    Response refused =
        as(TestCaller.OWNER)
            .formParam("provider", "openai")
            .formParam("model", HOSTILE)
            .post("/exit-plans");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asString()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    String path = begun("m-" + UUID.randomUUID());
    done(TestCaller.OWNER, path, "do", "facts", "owner", HOSTILE);
    assertThat(page(TestCaller.VIEWER, path)).doesNotContain("<script>alert");
    for (String[] wrong :
        new String[][] {
          {"do", "dance"},
          {"do", "golden", "count", "many"},
          {"do", "golden", "count", "99999999999"},
          {"do", "switch", "on", "soon"},
          {"do", "step", "step", "evaluate"}
        }) {
      Response answer = act(TestCaller.OWNER, path, wrong);
      assertThat(answer.statusCode()).as(String.join(" ", wrong)).isEqualTo(400);
      assertThat(answer.asString()).contains("role=\"alert\"");
    }
    assertThat(act(TestCaller.OWNER, path, "do", "approve").statusCode()).isEqualTo(409);
    assertThat(act(TestCaller.OTHER_ADMIN, path, "do", "approve").statusCode()).isEqualTo(404);
  }

  @Test
  void thePortfolioIsAFileToo() {
    String model = "m-" + UUID.randomUUID();
    begun(model);

    assertThat(page(TestCaller.VIEWER, "/exit-plans")).contains(model);
    String csv =
        as(TestCaller.VIEWER).get("/exit-plans.csv").then().statusCode(200).extract().asString();
    assertThat(csv.lines().findFirst().orElseThrow()).startsWith("id,provider,model,base,owner");
    assertThat(csv).contains(model, "no golden outputs are recorded");
  }

  private static String begun(String model) {
    Response begun =
        as(TestCaller.OWNER)
            .redirects()
            .follow(false)
            .formParam("provider", model.startsWith("ft:") ? "openai" : "local")
            .formParam("model", model)
            .post("/exit-plans");
    assertThat(begun.statusCode()).isEqualTo(303);
    return begun.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  private static void done(TestCaller caller, String path, String... fields) {
    Response answer = act(caller, path, fields);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
    assertThat(answer.header("Location")).contains("?done=");
  }

  private static Response act(TestCaller caller, String path, String... fields) {
    var request = as(caller).redirects().follow(false);
    for (int i = 0; i < fields.length; i += 2) {
      request.formParam(fields[i], fields[i + 1]);
    }
    return request.post(path);
  }

  private static String page(TestCaller caller, String path) {
    return as(caller).accept("text/html").get(path).then().statusCode(200).extract().asString();
  }
}
