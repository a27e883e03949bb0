package dev.plumbline.api.exitplans;

import static dev.plumbline.api.access.TestCallers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.api.access.TestCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PlanResourceTest {

  private static final String PATH = "/api/v1/exit-plans";
  private static final String HASH = "ab".repeat(32);
  private static final String GOLDEN =
      "{\"count\":120,\"wanted\":120,\"recorded_on\":\"2026-11-21\",\"sha256\":\"" + HASH + "\"}";
  private static final String WAIVER =
      "{\"objection\":\"rollback_ends_soon\",\"reason\":\"no way back\",\"expires\":\"2999-01-01\"}";

  @Test
  void aPlanIsWorkedThroughByTwoPeople() {
    String id = created("local", name(), "\"monthly_spend\":\"900\"", "{\"route\":\"stop\"}");
    get(id)
        .body("status", equalTo("draft"))
        .body("blocked_by", equalTo(List.of("no golden outputs are recorded")))
        .body("value.monthly_spend.amount", equalTo("900"))
        .body("value.remaining_training_value.status", equalTo("unknown"))
        .body("steps", hasSize(8));

    put(TestCaller.OWNER, id + "/choice", choice("c1")).statusCode(409);
    put(TestCaller.OWNER, id + "/golden-set", GOLDEN).body("status", equalTo("golden_recorded"));
    String change =
        put(TestCaller.OWNER, id + "/choice", choice("c1"))
            .statusCode(200)
            .body("status", equalTo("candidate_chosen"))
            .body("blocked_by[0]", containsString("somebody else than Test owner"))
            .extract()
            .path("change");

    decide(TestCaller.OWNER, change, "approve").statusCode(409);
    decide(TestCaller.ADMIN, change, "approve")
        .statusCode(409)
        .body("detail", containsString("nobody knows until when"));
    as(TestCaller.ADMIN)
        .contentType("application/json")
        .body(WAIVER)
        .post("/api/v1/changes/" + change + "/waivers")
        .then()
        .statusCode(200)
        .body("history[1].detail.name", equalTo("golden outputs"));
    decide(TestCaller.ADMIN, change, "approve").statusCode(200);
    get(id).body("status", equalTo("approved"));

    put(TestCaller.OWNER, id + "/switch", "{}")
        .statusCode(409)
        .body("detail", containsString("the step \"Switch every consumer\" is open"));
    for (String step :
        List.of("inform-consumers", "record-golden-set", "evaluate", "switch-consumers")) {
      work(TestCaller.OWNER, id, step, "done").statusCode(200);
    }
    post(TestCaller.OWNER, id + "/steps/verify-rollback", "{\"action\":\"skip\"}")
        .statusCode(400)
        .body("field", equalTo("note"));
    post(
            TestCaller.OWNER,
            id + "/steps/verify-rollback",
            "{\"action\":\"skip\",\"note\":\"waived\"}")
        .statusCode(200);
    put(TestCaller.OWNER, id + "/switch", "{\"on\":\"2999-01-01\"}").statusCode(409);
    put(TestCaller.OWNER, id + "/switch", "{}").body("status", equalTo("switched"));

    put(TestCaller.OWNER, id + "/closure", "{}")
        .statusCode(409)
        .body("detail", containsString("the last call is not proved"));
    for (String step : List.of("last-call", "delete-hosting", "retention")) {
      work(TestCaller.OWNER, id, step, "done").statusCode(200);
    }
    put(
            TestCaller.OWNER,
            id + "/closure",
            "{\"last_call\":\"log\",\"gone_on\":\"2026-11-21\",\"hosting_deleted\":true,\"retention\":\"hash\"}")
        .statusCode(200)
        .body("status", equalTo("closed"))
        .body("blocked_by", hasSize(0));
    put(TestCaller.OWNER, id + "/facts", "{}").statusCode(409);
    as(TestCaller.VIEWER).get(PATH).then().body("exit_plans.id", not(hasItem(id)));
    as(TestCaller.VIEWER).get(PATH + "?closed=true").then().body("exit_plans.id", hasItem(id));
  }

  @Test
  void aFineTuneGetsBothClocksAndProposals() {
    String model = "ft:gpt-4-0613:acme::" + UUID.randomUUID().toString().replace("-", "");
    String id = created("openai", model, "\"in_service_since\":\"2025-01-01\"", "");

    get(id)
        .body("base", equalTo("gpt-4-0613"))
        .body("inference.end", equalTo("2026-10-23"))
        .body("inference.last_safe_day", equalTo("2026-10-22"))
        .body("inference.source", containsString("OpenAI"))
        .body("candidates.route", hasItems("newer_base_with_prompt", "stop"))
        .body("candidates[0].checks.check", hasItems("tunable", "chain"))
        .body("candidates.find { it.route == 'stop' }.monthly_delta.status", equalTo("unknown"))
        .body("schedule.latest_start", equalTo("2026-09-23")); // 30 days before
    post(TestCaller.OWNER, "", body("openai", model, "", "")).statusCode(409);
  }

  @Test
  void aWaySaysWhenItPaysWhatItsPlaceCostsAndWhatWasMeasured() {
    String id =
        created(
            "local",
            name(),
            "\"monthly_spend\":\"5000\",\"requests_per_month\":1000000,\"input_tokens\":1000,"
                + "\"output_tokens\":0",
            """
            {"route":"newer_base_with_prompt","provider":"azure","model":"gpt-5.4-mini",
             "deployment":"data_zone","effort":"8350"},
            {"route":"retune_elsewhere","provider":"azure","model":"o4-mini-2025-04-16",
             "deployment":"data_zone","effort":"10","retraining_cost":"10","capable":false,
             "capable_evidence":"lost 3 of 40 cases"},
            {"route":"stop","effort":"0","capable":true,"capable_evidence":"nobody needs it"}""");

    get(id)
        // 1e9 tokens at 0.75 a million = 750, and 10 % of that for the data zone
        .body(way("newer_base_with_prompt") + "surcharges[0].kind", equalTo("data_zone"))
        .body(way("newer_base_with_prompt") + "surcharges[0].money.amount", equalTo("75"))
        .body(way("newer_base_with_prompt") + "monthly_cost.amount", equalTo("825"))
        // 8350 / (5000 - 825) = 2 months
        .body(way("newer_base_with_prompt") + "break_even.months", equalTo("2.0"))
        .body(way("newer_base_with_prompt") + "quality.verdict", equalTo("not_measured"))
        // 730 hours at 1.7
        .body(way("retune_elsewhere") + "surcharges[0].money.amount", equalTo("1241"))
        .body(way("retune_elsewhere") + "surcharges[1].money.status", equalTo("unknown"))
        // 1e9 tokens at 1.1 a million
        .body(way("retune_elsewhere") + "monthly_cost.amount", equalTo("2341"))
        .body(way("retune_elsewhere") + "quality.verdict", equalTo("worse"))
        .body(way("stop") + "break_even.months", equalTo("0.0"))
        .body(way("stop") + "quality.evidence", equalTo("nobody needs it"));
    String page = as(TestCaller.VIEWER).get("/exit-plans/" + id).then().extract().asString();
    assertThat(page).contains("Surcharge for data zone", "$75.00", "lost 3 of 40 cases");
  }

  private static String way(String route) {
    return "candidates.find { it.route == '" + route + "' }.";
  }

  @Test
  void theRegistryTellsTheOwnerTheTrainingAndTheConsumers() {
    String model = "ft:gpt-4o-2024-08-06:acme::" + UUID.randomUUID().toString().replace("-", "");
    RegistryRows.fineTune(model, "Search team", "72");

    String id = created("openai", model, "", "");

    get(id)
        .body("owner", equalTo("Search team"))
        .body("value.training_spend.amount", equalTo("72"))
        .body("steps[0].owner", equalTo("Search team"));
  }

  @Test
  void aStepIsSignedOffBySomebodyElse() {
    String id = created("local", name(), "", "{\"route\":\"stop\"}");

    work(TestCaller.OWNER, id, "evaluate", "sign_off").statusCode(409);
    work(TestCaller.OWNER, id, "evaluate", "done").statusCode(200);
    work(TestCaller.OWNER, id, "evaluate", "sign_off")
        .statusCode(409)
        .body("detail", containsString("somebody else"));
    work(TestCaller.ADMIN, id, "evaluate", "sign_off")
        .body("steps.find { it.key == 'evaluate' }.signed_by", equalTo("Test admin"));
    work(TestCaller.OWNER, id, "evaluate", "reopen")
        .body("steps.find { it.key == 'evaluate' }.state", equalTo("open"));
    work(TestCaller.OWNER, id, "nothing", "done").statusCode(404);
    work(TestCaller.OWNER, id, "evaluate", "dance").statusCode(400);
    post(
            TestCaller.OWNER,
            id + "/steps/evaluate",
            "{\"action\":\"assign\",\"owner\":\"Ben\",\"due\":\"2026-12-24\"}")
        .body("steps.find { it.key == 'evaluate' }.owner", equalTo("Ben"));
    post(TestCaller.OWNER, id + "/steps", "{\"title\":\"Ask legal\"}").statusCode(400);
    post(TestCaller.OWNER, id + "/steps", "{\"title\":\"Ask legal\",\"due\":\"2026-12-01\"}")
        .body("steps.title", hasItem("Ask legal"));
  }

  @Test
  void aNewScheduleMovesOpenStepsAndLeavesDoneOnesAlone() {
    String id =
        created(
            "local",
            name(),
            "\"start\":\"2026-12-01\",\"duration_days\":10",
            "{\"route\":\"stop\"}");
    work(TestCaller.OWNER, id, "evaluate", "done");

    put(TestCaller.OWNER, id + "/facts", "{\"duration_days\":20}")
        .body("schedule.start", equalTo("2026-12-01"))
        .body("schedule.switch_date", equalTo("2026-12-21"))
        // 7 of 10 days, and the last of 20
        .body("steps.find { it.key == 'evaluate' }.due", equalTo("2026-12-07"))
        .body("steps.find { it.key == 'switch-consumers' }.due", equalTo("2026-12-20"));
  }

  @Test
  void aWayThatTunesHasOneStepMoreAndAnotherChoiceEndsTheFirstRequest() {
    String id =
        created(
            "local",
            name(),
            "",
            "{\"route\":\"retune_elsewhere\",\"provider\":\"azure\",\"model\":\"gpt-4.1-2025-04-14\"},{\"route\":\"stop\"}");
    put(TestCaller.OWNER, id + "/golden-set", GOLDEN);
    String first = put(TestCaller.OWNER, id + "/choice", choice("c1")).extract().path("change");

    put(TestCaller.ADMIN, id + "/choice", choice("c2"))
        .statusCode(409)
        .body("detail", containsString("Test owner"));
    put(TestCaller.OWNER, id + "/choice", choice("c2")).body("steps.key", hasItem("tune"));
    as(TestCaller.VIEWER)
        .get("/api/v1/changes/" + first)
        .then()
        .body("decision", equalTo("withdrawn"))
        .body("plan", equalTo(id));
    as(TestCaller.OWNER).delete(PATH + "/" + id + "/candidates/c2").then().statusCode(409);
    as(TestCaller.OWNER)
        .delete(PATH + "/" + id + "/candidates/c1")
        .then()
        .body("candidates", hasSize(1));
    as(TestCaller.OWNER).delete(PATH + "/" + id + "/candidates/c9").then().statusCode(404);
    put(TestCaller.OWNER, id + "/choice", choice("c9")).statusCode(404);
    put(TestCaller.ADMIN_TOKEN, id + "/choice", choice("c2")).statusCode(403);
  }

  @Test
  void aGoldenSetIsAHashAndACountAndCanBeWaivedByWhoMayApprove() {
    String id = created("local", name(), "", "{\"route\":\"stop\"}");

    put(TestCaller.OWNER, id + "/golden-set", GOLDEN.replace("\"count\":120", "\"count\":40"))
        .body("golden_set.status", equalTo("partial"))
        .body("blocked_by[0]", containsString("40 of 120"));
    put(TestCaller.OWNER, id + "/golden-set", "{}").statusCode(400).body("field", equalTo("count"));
    put(TestCaller.OWNER, id + "/golden-set", "{\"count\":1,\"sha256\":\"x\"}")
        .statusCode(400)
        .body("field", equalTo("sha256"));
    put(
            TestCaller.OWNER,
            id + "/golden-set",
            "{\"count\":1,\"recorded_on\":\"2999-01-01\",\"sha256\":\"" + HASH + "\"}")
        .statusCode(400)
        .body("field", equalTo("recorded_on"));
    put(
            TestCaller.OWNER,
            id + "/golden-set",
            "{\"waive_until\":\"2999-01-01\",\"waive_reason\":\"gone\"}")
        .body("golden_set.status", equalTo("waived"))
        .body("golden_set.recorded.count", nullValue());
  }

  @Test
  void evidenceIsAttachedToThePlanAndToItsPendingChange() {
    String id = created("local", name(), "", "{\"route\":\"stop\"}");
    put(TestCaller.OWNER, id + "/golden-set", GOLDEN);
    String change = put(TestCaller.OWNER, id + "/choice", choice("c1")).extract().path("change");

    post(
            TestCaller.OWNER,
            id + "/evidence",
            "{\"name\":\"evaluation\",\"link\":\"https://x.test/e\"}")
        .body("evidence[0].by.name", equalTo("Test owner"))
        .body("evidence[0].at", notNullValue());
    as(TestCaller.VIEWER)
        .get("/api/v1/changes/" + change)
        .then()
        .body("history.detail.name", hasItems("golden outputs", "evaluation"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|plan.provider",
        "{\"provider\":\"x\"}|plan.model",
        "{\"provider\":\"x\",\"model\":\"m\",\"facts\":{\"duration_days\":0}}|duration_days",
        "{\"provider\":\"x\",\"model\":\"m\",\"facts\":{\"duration_days\":5,\"tuning_days\":9}}|duration_days",
        "{\"provider\":\"x\",\"model\":\"m\",\"facts\":{\"requests_per_month\":-1}}|requests_per_month",
        "{\"provider\":\"x\",\"model\":\"m\",\"facts\":{\"requests_per_month\":1,\"input_tokens\":1,\"cached_input_tokens\":2}}|input_tokens",
        "{\"provider\":\"x\",\"model\":\"m\",\"facts\":{\"monthly_spend\":\"1e9999\"}}|monthly_spend",
        "{\"provider\":\"x\",\"model\":\"m\",\"candidates\":[{}]}|route",
        "{\"provider\":\"x\",\"model\":\"m\",\"candidates\":[null]}|body",
        "{\"provider\":\"x\",\"model\":\"m\",\"candidates\":[{\"route\":\"smaller_base\"}]}|candidate.provider",
      })
  void whatDoesNotFitIsNamed(String body, String field) {
    post(TestCaller.OWNER, "", body).statusCode(400).body("field", equalTo(field));
  }

  @Test
  void anotherOrganisationSeesNothingOfIt() {
    String id = created("local", name(), "", "{\"route\":\"stop\"}");

    as(TestCaller.OTHER_ADMIN).get(PATH + "/" + id).then().statusCode(404);
    put(TestCaller.OTHER_ADMIN, id + "/golden-set", GOLDEN).statusCode(404);
    as(TestCaller.OTHER_ADMIN).get(PATH).then().body("exit_plans.id", not(hasItem(id)));
    put(TestCaller.VIEWER, id + "/facts", "{}").statusCode(403);
    as(TestCaller.VIEWER).get(PATH + "/no-id").then().statusCode(400);
  }

  @Test
  void everyChangeIsInTheTrail() {
    String id = created("local", name(), "", "{\"route\":\"stop\"}");
    put(TestCaller.OWNER, id + "/golden-set", GOLDEN);
    work(TestCaller.OWNER, id, "evaluate", "done");

    as(TestCaller.ADMIN)
        .get("/api/v1/audit?subject=" + id)
        .then()
        .body(
            "entries.action",
            hasItems("exit_plan.created", "exit_plan.golden_recorded", "exit_plan.step_done"))
        .body("entries[0].actor_name", containsStringIgnoringCase("owner"));
  }

  private static String name() {
    return "m-" + UUID.randomUUID();
  }

  private static String choice(String key) {
    return "{\"candidate\":\"%s\",\"reason\":\"looked at all\"}".formatted(key);
  }

  private static String body(String provider, String model, String facts, String candidates) {
    return "{\"provider\":\"%s\",\"model\":\"%s\",\"facts\":{%s},\"candidates\":[%s]}"
        .formatted(provider, model, facts, candidates);
  }

  private static String created(String provider, String model, String facts, String candidates) {
    return post(TestCaller.OWNER, "", body(provider, model, facts, candidates))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse get(String id) {
    return as(TestCaller.VIEWER).get(PATH + "/" + id).then().statusCode(200);
  }

  private static ValidatableResponse work(
      TestCaller caller, String id, String step, String action) {
    return post(caller, id + "/steps/" + step, "{\"action\":\"%s\"}".formatted(action));
  }

  private static ValidatableResponse decide(TestCaller caller, String change, String what) {
    return as(caller)
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/changes/" + change + "/" + what)
        .then();
  }

  private static ValidatableResponse post(TestCaller caller, String path, String body) {
    return as(caller)
        .contentType("application/json")
        .body(body)
        .post(path.isEmpty() ? PATH : PATH + "/" + path)
        .then();
  }

  private static ValidatableResponse put(TestCaller caller, String path, String body) {
    return as(caller).contentType("application/json").body(body).put(PATH + "/" + path).then();
  }
}
