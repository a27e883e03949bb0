package dev.plumbline.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.plumbline.api.access.TestCaller;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages in a real browser: what they look like to assistive technology, and what they do. */
@QuarkusTest
class BrowserTest {

  private static final String HOSTILE = "<img src=x onerror=alert(1)>\u202Ejsonl";
  private static final String PASSWORD = "six words that nobody else says";
  private static final List<String> ADDRESSES =
      List.of(
          "/",
          "/break-even?at=2025-06-01&hits=arrivals&static_base=1700&other=&compressed=0",
          "/break-even?static_base=many&volume=-3",
          "/break-even?at=2027-06-01",
          "/estimate",
          "/estimate/unknown",
          "/prices?q=gpt-4o+training", // the whole list is the same rows, 20 times as many
          "/prices?q=nothing-has-this-name",
          "/models?q=nothing-has-this-name",
          "/models/new",
          "/consumers",
          "/consumers/policies",
          "/calendar?provider=openai&model=gpt-4o*", // the whole list is the same rows
          "/calendar?provider=openai&model=gpt-4o*&view=months",
          "/calendar/entry?provider=azure&model=gpt-4o-2024-08-06",
          "/exit-plans",
          "/drift",
          "/changes",
          "/deployments",
          "/alerts",
          "/alerts/rules",
          "/alerts/channels",
          "/jobs",
          "/settings/members",
          "/settings/tokens",
          "/settings/providers",
          "/nowhere");

  private static final List<String> UNKNOWN = List.of("/estimate/unknown", "/nowhere");

  private static Browser browser;
  private static List<String> addresses = List.of();

  @TestHTTPResource("/")
  String root;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void signIn() throws SQLException {
    browser.signIn(root, TestCaller.ADMIN);
    if (addresses.isEmpty()) {
      addresses = Stream.concat(ADDRESSES.stream(), SomePages.addresses().stream()).toList();
    }
  }

  @AfterEach
  void nothingIsObjectedTo() {
    assertThat(
            browser.complaints().stream().filter(text -> !text.contains("status of 404")).toList())
        .isEmpty();
  }

  @Test
  void everyPageAndStateIsAccessibleInLightAndDark() {
    Page light = browser.page(ColorScheme.LIGHT, true);
    for (String address : addresses) {
      open(light, address);
      Browser.isAccessible(light);
      assertThat(light.locator("h1").count()).as(address).isEqualTo(1);
    }
    light.context().close();
    Page dark = browser.page(ColorScheme.DARK, true);
    for (String address : addresses) {
      open(dark, address);
      Browser.hasContrast(dark); // the markup is the same; colours are all that differ
    }
    dark.context().close();
  }

  @Test
  void theChartsAreDrawnFromTheTablesBesideThem() {
    Page page = browser.page(ColorScheme.LIGHT, true);
    open(page, "/");
    assertThat(page.locator("figure.chart[data-drawn=true] canvas")).isVisible();
    assertThat(page.locator("figure.chart table")).not().isVisible();
    page.getByText("Show as table").click();
    assertThat(page.locator("figure.chart table")).isVisible();
    page.context().close();
  }

  @Test
  void anInputChangesTheVerdictAndKeepsTheFocus() {
    Page page = browser.page(ColorScheme.LIGHT, true);
    open(page, "/break-even?at=2025-06-01");
    String before = page.locator("#verdict .sentence").textContent();
    Locator output = page.locator("#output_tuned");
    output.fill("2000");
    assertThat(page.locator("#verdict .sentence")).not().hasText(before);
    assertThat(page.locator("#verdict .tag")).hasText("Never pays");
    assertThat(output).isFocused();
    assertThat(page).hasURL(Pattern.compile("output_tuned=2000"));
    assertThat(page.locator("#verdict-live")).containsText("never pays");
    page.context().close();
  }

  @Test
  void aRefusedInputIsMarkedAndNamed() {
    Page page = browser.page(ColorScheme.LIGHT, true);
    open(page, "/break-even");
    page.locator("#volume").fill("many");
    assertThat(page.locator("#verdict li")).containsText("Answered requests");
    assertThat(page.locator("#volume")).hasAttribute("aria-invalid", "true");
    page.locator("#volume").fill("5000");
    assertThat(page.locator("#volume")).not().hasAttribute("aria-invalid", "true");
    page.context().close();
  }

  @Test
  void theThemeFollowsTheSystemUntilOneIsChosenAndThenIsRemembered() {
    Page page = browser.page(ColorScheme.DARK, true);
    open(page, "/prices");
    assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
    page.getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Light"))
        .click();
    assertThat(page.locator("html")).hasAttribute("data-bs-theme", "light");
    open(page, "/estimate");
    assertThat(page.locator("html")).hasAttribute("data-bs-theme", "light");
    page.context().close();
  }

  @Test
  void theKeyboardReachesTheContentFirstAndThenEveryInput() {
    Page page = browser.page(ColorScheme.LIGHT, true);
    open(page, "/");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip-link")).isFocused();
    page.keyboard().press("Enter");
    for (int i = 0; i < 3; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.locator("form.inputs :focus")).hasCount(1);
    String outline =
        (String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
    assertThat(outline).isEqualTo("solid");
    page.context().close();
  }

  @Test
  void anUploadShowsItsEstimateAndItsFindingsAsText() {
    Page page = browser.page(ColorScheme.DARK, true);
    open(page, "/estimate?at=2025-06-01");
    page.locator("#file").setInputFiles(new FilePayload(HOSTILE, "application/jsonl", rows()));
    page.getByText("Upload and estimate").click();
    assertThat(page.locator(".verdict .tag")).hasText("Training cost");
    assertThat(page.locator("h1 bdi")).containsText("<img src=x onerror=alert(1)>");
    assertThat(page.locator("#findings tbody tr").first()).isVisible();
    assertThat(page.locator("figure.chart[data-drawn=true] canvas")).isVisible();
    Browser.isAccessible(page);
    page.locator("#epochs").fill("7");
    page.locator("#epochs").blur();
    assertThat(page.locator("#estimate-verdict")).containsText("× 7 epochs");
    page.getByText("When does this pay?").click();
    assertThat(page.locator("#rows")).hasValue("12");
    page.context().close();
  }

  @Test
  void withoutScriptingTheFormAsksAndTheFileIsUploadedToo() {
    Page page = browser.page(ColorScheme.LIGHT, false);
    open(page, "/break-even?at=2025-06-01");
    page.locator("#output_tuned").fill("2000");
    page.getByText("Calculate").click();
    assertThat(page.locator("#verdict .tag")).hasText("Never pays");
    open(page, "/estimate?at=2025-06-01");
    page.locator("#file").setInputFiles(new FilePayload("t.jsonl", "application/jsonl", rows()));
    page.getByText("Upload and estimate").click();
    for (int i = 0; i < 40 && page.locator(".verdict").count() == 0; i++) {
      page.waitForTimeout(250);
      page.reload();
    }
    assertThat(page.locator(".verdict .tag")).hasText("Training cost");
    page.context().close();
  }

  @Test
  void anInvitedPersonComesInByTheLinkChoosesAPasswordAndComesInAgain() {
    String email = UUID.randomUUID() + "@example.org";
    String link =
        given()
            .contentType("application/json")
            .body(Map.of("email", email, "name", "Ada", "role", "viewer"))
            .post("/api/v1/members")
            .path("sign_in_link");
    Page page = browser.page(ColorScheme.LIGHT, true);
    page.context().clearCookies();
    page.navigate(link);
    Browser.isAccessible(page);
    page.locator("main button").click();
    assertThat(page.locator("h1")).hasText("Your account");
    Browser.isAccessible(page);
    page.locator("#password").fill(PASSWORD);
    page.locator("#again").fill(PASSWORD);
    page.getByText("Set it").click();
    assertThat(page.locator("[role=status]")).containsText("Your password is set");
    page.locator(".account-menu summary").click();
    page.getByText("Sign out").click();
    assertThat(page.locator("h1")).hasText("Sign in");
    Browser.isAccessible(page);
    page.locator("#email").fill(email);
    page.locator("#password").fill(PASSWORD);
    page.locator("main button").click();
    assertThat(page.locator(".account-menu summary")).hasText("Ada");
    page.context().close();
  }

  @Test
  void aTableIsSortedByItsHeaders() {
    Page page = browser.page(ColorScheme.LIGHT, true);
    open(page, "/prices?provider=openai&component=output&tier=standard");
    page.locator("th button.sort", new Page.LocatorOptions().setHasText("Price")).click();
    List<String> prices =
        page.locator("td[data-v]").all().stream().map(cell -> cell.getAttribute("data-v")).toList();
    assertThat(prices).hasSizeGreaterThan(5);
    assertThat(prices.stream().map(Double::valueOf).toList()).isSorted();
    page.context().close();
  }

  @Test
  void nothingIsWiderThanASmallScreen() {
    Page page = browser.page(ColorScheme.LIGHT, true);
    page.setViewportSize(390, 844);
    for (String address : addresses) {
      open(page, address);
      int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
      assertThat(width).as(address).isLessThanOrEqualTo(390);
    }
    page.context().close();
  }

  private void open(Page page, String address) {
    int status = page.navigate(root.replaceAll("/$", "") + address).status();
    assertThat(status).as(address).isEqualTo(UNKNOWN.contains(address) ? 404 : 200);
  }

  /** Twelve rows, the last two of them wrong. */
  private static byte[] rows() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      text.append(
          """
          {"messages":[{"role":"user","content":"How much is %d?"},{"role":"assistant","content":"It is %s."}]}
          """
              .formatted(i, "very ".repeat(i) + "much"));
    }
    text.append("{\"messages\":\"<script>alert(1)</script>\"}\n{\"oops\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
