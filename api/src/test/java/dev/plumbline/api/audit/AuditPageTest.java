package dev.plumbline.api.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.tokens.MadeTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trail as people read it, in an organisation of its own. */
@QuarkusTest
class AuditPageTest {

  private static final String HOSTILE = "<script>alert(1)</script>\"><img src=x>";

  private String admin;

  @BeforeEach
  void newOrganisation() {
    Organisation organisation = MadeTokens.organisation();
    admin = MadeTokens.token(organisation, Scope.ADMIN);
  }

  @Test
  void anEmptyTrailSaysWhatWillBeThere() {
    assertThat(page("/audit?verify=now"))
        .contains("Nothing has been changed yet", "The trail is empty.", "Invite a member")
        .contains("aria-current=\"page\">Audit")
        .doesNotContain("CSV of this search");
  }

  @Test
  void aChangeIsShownWithWhatItWasBeforeAndAfter() {
    String id = override("agreement");
    by(admin).delete("/api/v1/prices/overrides/" + id).then().statusCode(204);

    String page = page("/audit");
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    assertThat(page).contains("override created", "of a test", "Entries 2 to 1", id);
    assertThat(page)
        .containsPattern(
            "<dt>valid to</dt><dd><del>.*was .*2030-01-01.*</del>.*<ins>.*is .*" + today);
    assertThat(page("/audit?subject=" + id)).contains("Entries 2 to 1");
    assertThat(page("/audit?action=override.created")).contains("Entries 1 to 1");
    String csv = page.replaceAll("(?s).*href=\"(/api/v1/audit\\.csv[^\"]*)\".*", "$1");
    assertThat(page(csv)).startsWith("number,at,actor_kind").contains(id);
  }

  @Test
  void aSearchFindsWhatOneActorDid() {
    override("first");
    String other = newToken("nightly import");
    by(other).delete("/api/v1/tokens/" + idOf(other)).then().statusCode(200);

    assertThat(page("/audit?actor=" + idOf(other)))
        .contains("Entries 3 to 3", "token revoked")
        .doesNotContain("override created");
    assertThat(page("/audit?actor=NIGHTLY")).contains("Entries 3 to 3");
    assertThat(page("/audit?actor=nobody")).contains("Nothing found", "Show all entries");
    assertThat(page("/audit?from=yesterday")).contains("From is not a day", "Entries 3 to 1");
    assertThat(page("/audit?actor=a%00b")).contains("Who has control characters");
  }

  @Test
  void longTrailsAreReadInPages() {
    for (int i = 0; i < 51; i++) {
      newToken("token " + i);
    }
    String page = page("/audit?action=token");
    assertThat(page).contains("Entries 51 to 2", "rel=\"next\"").doesNotContain("rel=\"first\"");

    String older = page.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1");

    assertThat(page(older.replace("&amp;", "&")))
        .contains("Entries 1 to 1", "rel=\"first\"", "token 0")
        .doesNotContain("rel=\"next\"");
  }

  @Test
  void whatSomebodyWroteIsNeverMarkup() {
    override(HOSTILE);
    newToken("<b>bold</b>");
    for (String page :
        new String[] {
          page("/audit"),
          given()
              .header("Authorization", "Bearer " + admin)
              .queryParam("actor", HOSTILE)
              .queryParam("after", HOSTILE)
              .get("/audit")
              .asString()
        }) {
      assertThat(page).contains("&lt;").doesNotContain("<script>alert", "<img src=x", "<b>bold");
    }
  }

  @Test
  void theTrailIsVerifiedNow() {
    override("agreement");

    assertThat(page("/audit")).contains("Verify now").doesNotContain("tampered with</p>");
    assertThat(page("/audit?verify=now"))
        .contains("Nothing was tampered with", "1 entry, each with", "Head: entry 1, hash");
  }

  private String page(String address) {
    return by(admin)
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(200)
        .contentType(startsWith("text/"))
        .extract()
        .asString();
  }

  private String override(String reason) {
    return by(admin)
        .contentType("application/json")
        .body(
            Map.of(
                "provider", "openai",
                "model", "imagined-of-the-trail",
                "discount_percent", "15",
                "valid_from", "2026-01-01",
                "valid_to", "2030-01-01",
                "reason", reason))
        .post("/api/v1/prices/overrides")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String newToken(String name) {
    return by(admin)
        .contentType("application/json")
        .body(Map.of("name", name, "scopes", new String[] {"admin"}))
        .post("/api/v1/tokens")
        .then()
        .statusCode(201)
        .extract()
        .path("token");
  }

  private static String idOf(String token) {
    return token.split("_")[2];
  }

  private static RequestSpecification by(String token) {
    return given().header("Authorization", "Bearer " + token);
  }
}
