package dev.plumbline.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Walks every route as everybody, against the table of expectations in {@code routes.csv}. */
@QuarkusTest
class RouteMatrixTest {

  private static final RouteTable TABLE = RouteTable.read();
  private static final Set<TestCaller> STRANGERS =
      Set.of(TestCaller.OTHER_ADMIN, TestCaller.OTHER_TOKEN);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource("/")
  String root;

  @Test
  void everyRouteHasARowAndEveryRowARoute() {
    assertThat(new TreeSet<>(TABLE.routes()))
        .as("rows of routes.csv, and the methods of our resources")
        .isEqualTo(
            RouteScan.endpoints().stream()
                .map(RouteScan.Endpoint::route)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void theDocumentationOfTheInterfaceKnowsNoRouteThatTheTableDoesNot() {
    Map<String, Map<String, Object>> paths =
        given().queryParam("format", "json").get("/q/openapi").then().extract().path("paths");
    Set<Route> documented = new TreeSet<>();
    paths.forEach(
        (path, methods) ->
            methods
                .keySet()
                .forEach(
                    method -> documented.add(new Route(method.toUpperCase(Locale.ROOT), path))));

    assertThat(documented).isNotEmpty().isSubsetOf(new TreeSet<>(TABLE.routes()));
    assertThat(documented)
        .as("everything under /api is documented")
        .containsAll(
            TABLE.routes().stream().filter(route -> route.path().startsWith("/api/")).toList());
  }

  @Test
  void everybodyIsAnsweredAsTheTableSays() throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    for (Route route : TABLE.routes()) {
      Ask shared = RouteRequests.of(route).orElse(null);
      if (shared == null) {
        wrong.add(route + " needs a maker in RouteRequests");
        continue;
      }
      Map<TestCaller, CompletableFuture<HttpResponse<String>>> refused =
          new EnumMap<>(TestCaller.class);
      List<TestCaller> welcome = new ArrayList<>();
      for (TestCaller caller : TestCaller.values()) {
        if (TABLE.expected(route, caller).equals("ok")) {
          welcome.add(caller);
        } else {
          refused.put(caller, begin(shared, caller)); // they change nothing: all at once
        }
      }
      for (TestCaller caller : welcome) {
        Ask ask = route.isSafe() ? shared : RouteRequests.of(route).orElseThrow();
        note(wrong, route, caller, send(ask, caller));
      }
      refused.forEach((caller, answer) -> note(wrong, route, caller, answer.join()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void toAnotherOrganisationWhatIsOursIsNotThere() throws IOException, InterruptedException {
    for (Route route : TABLE.routes()) {
      if (!route.hasId() || !TABLE.expected(route, TestCaller.OTHER_ADMIN).equals("404")) {
        continue;
      }
      Ask ours = RouteRequests.of(route).orElseThrow();
      Ask unknown = new Ask(ours.method(), turned(ours.address()), ours.type(), ours.body());
      for (TestCaller stranger : STRANGERS) {
        assertThat(shape(send(ours, stranger), ours))
            .as("%s as %s", route, stranger)
            .isEqualTo(shape(send(unknown, stranger), unknown));
      }
    }
  }

  private static void note(
      List<String> wrong, Route route, TestCaller caller, HttpResponse<String> answer) {
    String expected = TABLE.expected(route, caller);
    String got = kind(answer);
    if (!got.equals(expected)) {
      wrong.add("%s as %s: %s, not %s".formatted(route, caller.label(), got, expected));
    }
  }

  private CompletableFuture<HttpResponse<String>> begin(Ask ask, TestCaller caller) {
    return client.sendAsync(ask.by(caller, root.replaceAll("/$", "")), BodyHandlers.ofString());
  }

  private HttpResponse<String> send(Ask ask, TestCaller caller)
      throws IOException, InterruptedException {
    return client.send(ask.by(caller, root.replaceAll("/$", "")), BodyHandlers.ofString());
  }

  private static String kind(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 303) {
      String location = response.headers().firstValue("Location").orElse("");
      return location.replaceFirst("^https?://[^/]+", "").startsWith("/sign-in") ? "sign-in" : "ok";
    }
    return status >= 200 && status < 300 ? "ok" : Integer.toString(status);
  }

  /** Status, headers and body, but for the id that was asked for and the time. */
  private static String shape(HttpResponse<String> response, Ask ask) {
    String text = response.statusCode() + " " + response.body();
    for (String part : ask.address().split("[/?=&]")) {
      if (part.matches(".*\\d.*") && part.length() > 6) {
        text = text.replace(part, "ID");
      }
    }
    return text + new TreeSet<>(response.headers().map().keySet());
  }

  /** The same with other digits and letters in the id: of its form, and of nothing. */
  static String turned(String address) {
    int start = address.indexOf('/', 1);
    StringBuilder text = new StringBuilder(address.substring(0, start));
    for (String part : address.substring(start + 1).split("/")) {
      text.append('/').append(part.length() > 9 && part.matches(".*\\d.*") ? turnedId(part) : part);
    }
    return text.toString();
  }

  private static String turnedId(String id) {
    return id.chars().mapToObj(c -> String.valueOf((char) turned(c))).collect(Collectors.joining());
  }

  private static int turned(int c) {
    if (c >= '0' && c <= '9') {
      return c == '9' ? '0' : c + 1;
    }
    if (c >= 'g' && c <= 'z') {
      return c == 'z' ? 'g' : c + 1;
    }
    return c >= 'G' && c <= 'Z' ? (c == 'Z' ? 'G' : c + 1) : c;
  }
}
