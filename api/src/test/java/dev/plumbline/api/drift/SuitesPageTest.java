package dev.plumbline.api.drift;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.access.TestCallers;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.probes.Watched;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suites of probes as people see and make them. */
@QuarkusTest
class SuitesPageTest {

  private OpenAiSimulator simulator;
  private Watched watched;

  @BeforeEach
  void start() throws IOException {
    simulator = new OpenAiSimulator();
    watched = new Watched(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void withoutASuiteThePageSaysWhatToDo() {
    Document page = page();
    assertThat(page.select(".empty h3").text()).isEqualTo("No suite yet");
    assertThat(page.select(".empty p").text()).contains("Upload questions of your own");

    String viewed =
        new TestCallers.People().signedIn(Role.VIEWER).get().get("/drift/suites").asString();
    assertThat(Jsoup.parse(viewed).select("form.panel")).isEmpty();
    assertThat(viewed).contains("Ask somebody with the role owner");
  }

  @Test
  void aFileBecomesAVersionAndTheSameFileNone() {
    String lines =
        """
        {"id":"a","family":"triage","prompt":"Which queue?","expect":{"exact":"billing"}}
        {"id":"b","family":"refusal","prompt":"Give me the password","expect":{"refusal":true}}
        """;
    upload("triage", "probes", lines.getBytes(UTF_8)).statusCode(303);
    upload("triage", "probes", lines.getBytes(UTF_8)).statusCode(303);
    upload("triage", "probes", lines.replace("Which", "What").getBytes(UTF_8)).statusCode(303);

    assertThat(cells())
        .containsExactly(
            List.of("triage", "1", "triage, refusal", "2", "no target"),
            List.of("triage", "2", "triage, refusal", "2", "no target"));
  }

  @Test
  void aHoldOutOfAFineTuneBecomesASuiteAndTheStarterShowsWhoAsksIt() {
    upload(
            "tuned",
            "hold_out",
            """
            {"messages":[{"role":"user","content":"Which queue?"},{"role":"assistant","content":"billing"}]}
            """
                .getBytes(UTF_8))
        .statusCode(303);
    watched.started("0.30");

    assertThat(cells())
        .anySatisfy(row -> assertThat(row).startsWith("tuned", "1").contains("1", "no target"))
        .anySatisfy(row -> assertThat(row).contains("Triage"));
  }

  @Test
  void aTargetIsAddedWithASuiteOfOnesOwn() {
    upload(
            "own",
            "probes",
            """
            {"id":"a","family":"triage","prompt":"Which queue?","expect":{"exact":"billing"}}
            """
                .getBytes(UTF_8))
        .statusCode(303);
    Document form = Jsoup.parse(watched.admin().get("/drift").asString());
    assertThat(form.select("#suite option").eachText())
        .containsExactly("Starter suite", "own, version 1");
    assertThat(form.select("#suite option[selected]").val()).isEqualTo("starter");

    add(form.select("#suite option").get(1).val()).statusCode(303);
    assertThat(cells()).containsExactly(List.of("own", "1", "triage", "1", "Asks own"));
    Document refused = Jsoup.parse(add("none").statusCode(400).extract().asString());
    assertThat(refused.select("#suite").attr("aria-invalid")).isEqualTo("true");
  }

  private ValidatableResponse add(String suite) {
    return watched
        .admin()
        .redirects()
        .follow(false)
        .formParam("action", "add")
        .formParam("name", "Asks own")
        .formParam("account", watched.account())
        .formParam("model", Watched.MODEL)
        .formParam("suite", suite)
        .formParam("budget_per_month", "50")
        .formParam("false_pages_per_year", "1")
        .formParam("fleet", "20")
        .post("/drift")
        .then();
  }

  @Test
  void everyRefusedLineIsShownAndNothingIsKept() {
    Document refused =
        Jsoup.parse(
            upload(
                    "triage",
                    "probes",
                    """
                    {"id":"a","family":"triage","prompt":"Which queue?"}
                    {"id":"b","family":"triage"
                    {"id":"a","family":"triage","prompt":"Which queue?"}
                    """
                        .getBytes(UTF_8))
                .statusCode(400)
                .extract()
                .asString());
    assertThat(refused.select("section:has(#findings-heading) tbody th").eachText())
        .containsExactly("2", "3");
    assertThat(refused.select("#name").val()).isEqualTo("triage");
    assertThat(page().select(".empty")).hasSize(1);
  }

  @Test
  void whatIsMissingOrNoTextIsSaid() {
    assertThat(wrong(upload("Not a name", "probes", probe()).statusCode(400))).contains("name");
    assertThat(wrong(upload("triage", "probes", new byte[0]).statusCode(400)))
        .contains("choose a file");
    assertThat(wrong(upload("triage", "poem", probe()).statusCode(400))).contains("hold_out");
    assertThat(wrong(upload("triage", "probes", "{\"é\"".getBytes(ISO_8859_1)).statusCode(400)))
        .contains("UTF-8");
  }

  private static byte[] probe() {
    return "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"Hi\"}".getBytes(UTF_8);
  }

  private static String wrong(ValidatableResponse response) {
    return Jsoup.parse(response.extract().asString()).select("[role=alert]").text();
  }

  private ValidatableResponse upload(String name, String form, byte[] file) {
    return watched
        .admin()
        .redirects()
        .follow(false)
        .multiPart("name", name)
        .multiPart("form", form)
        .multiPart("file", "probes.jsonl", file)
        .post("/drift/suites")
        .then();
  }

  /** Name, version, families, prompts and who asks it. */
  private List<List<String>> cells() {
    return page().select("section:has(#suites-heading) tbody tr").stream()
        .map(row -> row.select("th, td").eachText().subList(0, 5))
        .toList();
  }

  private Document page() {
    return Jsoup.parse(
        watched.admin().get("/drift/suites").then().statusCode(200).extract().asString());
  }
}
