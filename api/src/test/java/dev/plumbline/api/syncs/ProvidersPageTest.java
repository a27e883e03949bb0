package dev.plumbline.api.syncs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.access.TestCallers;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts at providers as people use them, against a simulated provider. */
@QuarkusTest
class ProvidersPageTest {

  private static final String PATH = "/settings/providers";

  private OpenAiSimulator simulator;
  private Supplier<RequestSpecification> admin;

  @BeforeEach
  void start() throws IOException {
    simulator = new OpenAiSimulator();
    simulator.account().add("gpt-4o-2024-08-06");
    admin = TestCallers.administratorOfANewOrganisation();
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void withoutAnAccountThePageSaysWhatToDo() {
    Document page = page();

    assertThat(page.select(".empty h3").eachText()).contains("No account yet", "No run yet");
    assertThat(page.select(".empty a[href=/settings/credentials]")).hasSize(1);
    assertThat(page.select("nav[aria-label=Settings] a[aria-current=page]").text())
        .isEqualTo("Providers");
  }

  @Test
  void anAccountIsAddedLookedAtAndSynced() {
    String key = credential(simulator.account().key());
    post(
        PATH,
        Map.of(
            "provider",
            "openai",
            "name",
            "Main",
            "credential",
            key,
            "base_url",
            simulator.base(),
            "sentinel",
            "gpt-4o-2024-08-06"),
        303);
    Document added = page();
    assertThat(added.select("#accounts-heading, tbody th").text()).contains("Main");
    assertThat(added.text()).contains("never");
    String account = "/settings/providers/" + id(added);

    Document preview = post(account, Map.of("action", "preview"), 200);
    assertThat(preview.select("section:has(#preview-heading) li").text())
        .contains("gpt-4o-2024-08-06");
    assertThat(preview.select(".empty h3").text()).isEqualTo("No run yet"); // nothing is kept

    post(account, Map.of("action", "sync"), 303);
    Document synced = page();
    assertThat(synced.select("section:has(#runs-heading) tbody tr")).hasSize(1);
    assertThat(synced.select("section:has(#runs-heading) tbody tr").text())
        .contains("Main", "complete", "gpt-4o-2024-08-06");
    assertThat(synced.select("section:has(#accounts-heading) tbody").text())
        .doesNotContain("never");
  }

  @Test
  void aRunThatFailsSaysWhyAndIsNoSuccess() {
    post(PATH, Map.of("provider", "openai", "name", "No key"), 303);
    String account = "/settings/providers/" + id(page());

    post(account, Map.of("action", "sync"), 303);

    Document page = page();
    assertThat(page.select("section:has(#runs-heading) tbody tr").text())
        .contains("failed", "no credential");
    assertThat(page.select("section:has(#accounts-heading) tbody tr").text())
        .contains("never", "no key");
  }

  @Test
  void whatIsRefusedIsSaidAtItsFieldAndWhatWasTypedStays() {
    Document page =
        post(
            PATH,
            Map.of("provider", "openai", "name", "Mine <b>", "base_url", "https://evil.example/v1"),
            400);

    assertThat(page.select("#base_url").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("#base_url").attr("value")).isEqualTo("https://evil.example/v1");
    assertThat(page.select("#name").attr("value")).isEqualTo("Mine <b>");
    assertThat(page.select("details.group").hasAttr("open")).isTrue();
  }

  @Test
  void anAccountIsChangedSwitchedOffAndOn() {
    post(PATH, Map.of("provider", "openai", "name", "Old name"), 303);
    String account = "/settings/providers/" + id(page());
    Document form = Jsoup.parse(admin.get().get(PATH + "?edit=" + id(page())).asString());
    assertThat(form.select("#name").attr("value")).isEqualTo("Old name");

    post(account, Map.of("action", "change", "provider", "openai", "name", "New name"), 303);
    post(account, Map.of("action", "disable"), 303);
    assertThat(page().select("section:has(#accounts-heading) tbody tr").text())
        .contains("New name", "off", "Switch on");
    post(account, Map.of("action", "enable"), 303);
    assertThat(page().select("section:has(#accounts-heading) tbody tr").text())
        .contains("Switch off");
  }

  private Document page() {
    return Jsoup.parse(admin.get().get(PATH).then().statusCode(200).extract().asString());
  }

  private static String id(Document page) {
    return page.select("form.row-buttons").attr("action").replace(PATH + "/", "");
  }

  private Document post(String path, Map<String, String> form, int status) {
    return Jsoup.parse(
        admin
            .get()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded")
            .formParams(form)
            .post(path)
            .then()
            .statusCode(status)
            .extract()
            .asString());
  }

  private String credential(String secret) {
    return admin
        .get()
        .contentType("application/json")
        .body(Map.of("kind", "provider", "provider", "openai", "name", "Key", "secret", secret))
        .post("/api/v1/credentials")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
