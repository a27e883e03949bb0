package dev.plumbline.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import dev.plumbline.api.access.TestCaller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium, started once for a class of tests. */
final class Browser implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  private Optional<Cookie> session = Optional.empty();

  private Browser(Playwright playwright, Path executable) {
    this.playwright = playwright;
    this.chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setHeadless(true)
                    .setArgs(FLAGS));
  }

  /** Starts Chromium. Without one the tests are skipped, except in CI, where they fail. */
  static Browser start() {
    Path executable =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (executable == null) {
      String message = "BROWSER TESTS SKIPPED: no Chromium found; apt-get install chromium";
      if (System.getenv("CI") != null) {
        fail(message);
      }
      System.err.println(message);
      assumeTrue(false, message);
    }
    return new Browser(Playwright.create(), executable);
  }

  /** Signs in every page that is opened from now on. Cookies know no ports, and Secure is kept. */
  void signIn(String root, TestCaller caller) {
    String origin = root.replaceFirst("http:", "https:").replaceFirst(":\\d+", "");
    session = Optional.of(new Cookie(TestCaller.cookieName(), caller.cookie()).setUrl(origin));
  }

  /** A page in a new context; what its console or its security policy objects to is collected. */
  Page page(ColorScheme scheme, boolean scripting) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripting)
                .setViewportSize(1280, 900));
    session.ifPresent(cookie -> context.addCookies(List.of(cookie)));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }

  /** Everything the browser objected to since the last question. */
  List<String> complaints() {
    List<String> found = List.copyOf(complaints);
    complaints.clear();
    return found;
  }

  /** Automatic checks of WCAG 2.2, levels A and AA, and of good practice. */
  static void isAccessible(Page page) {
    hasNoViolations(
        page,
        new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
  }

  /** The part of the checks that depends on colours. */
  static void hasContrast(Page page) {
    hasNoViolations(page, new AxeBuilder(page).withRules(List.of("color-contrast")));
  }

  private static void hasNoViolations(Page page, AxeBuilder checks) {
    List<Rule> violations = checks.analyze().getViolations();
    assertThat(
            violations.stream()
                .map(
                    rule ->
                        rule.getId()
                            + ": "
                            + rule.getHelp()
                            + " "
                            + rule.getNodes().get(0).getHtml())
                .toList())
        .as(page.url())
        .isEmpty();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
