package dev.plumbline.api.access;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Walks every route that changes something, and looks whether the trail has it. */
@QuarkusTest
class AuditedRoutesTest {

  private static final String PLACE = "/api/v1/teams/{id}/members/{member}";

  /** Routes that may leave no entry, and why. */
  private static final Map<String, String> UNAUDITED =
      Map.ofEntries(
          entry("POST /api/v1/break-even", "calculates and keeps nothing"),
          entry("POST /api/v1/cost", "calculates and keeps nothing"),
          entry("POST /api/v1/cost/batch", "calculates and keeps nothing"),
          entry("POST /api/v1/drift/plan", "calculates and keeps nothing"),
          entry("POST /api/v1/estimates", "calculates and keeps nothing"),
          entry(
              "POST /api/v1/datasets",
              "reads a file for an estimate, which is forgotten after a while"),
          entry("POST /estimate", "the same with a form"),
          entry("POST /api/v1/pins/check", "asks and sets nothing"),
          entry(
              "POST /account/sessions/end",
              "asked with the id of no session, so that nothing ends"),
          entry(
              "POST /api/v1/secrets/rotation",
              "all secrets have the current key mostly; see RotationTest"));

  /** Asked before, because a change to what is so already changes nothing. */
  private static final Map<String, String> UNDONE_FIRST =
      Map.of("PUT " + PLACE, "DELETE", "DELETE " + PLACE, "PUT");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource("/")
  String root;

  @Test
  void everyRouteThatChangesSomethingLeavesAnEntry() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Route route : changing()) {
      Ask ask = RouteRequests.of(route).orElseThrow();
      prepare(route, ask);
      long before = entries();
      HttpResponse<String> answer = send(ask);
      long added = entries() - before;
      if (!answeredWell(answer)) {
        wrong.add("%s: status %d".formatted(route, answer.statusCode()));
      }
      if (added == 0 && !UNAUDITED.containsKey(route.toString())) {
        wrong.add("%s: no entry".formatted(route));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theListOfRoutesWithoutAnEntryNamesOnlyRoutesThatThereAre() {
    assertThat(changing().stream().map(Route::toString).collect(Collectors.toSet()))
        .hasSizeGreaterThan(UNAUDITED.size())
        .containsAll(UNAUDITED.keySet())
        .containsAll(UNDONE_FIRST.keySet());
  }

  /** That an administrator may ask; routes of the door before a sign-in are tested with it. */
  private static List<Route> changing() {
    RouteTable table = RouteTable.read();
    return table.routes().stream()
        .filter(route -> !route.isSafe())
        .filter(route -> table.expected(route, TestCaller.ADMIN).equals("ok"))
        .toList();
  }

  private void prepare(Route route, Ask ask) throws IOException, InterruptedException {
    String opposite = UNDONE_FIRST.get(route.toString());
    if (opposite != null) {
      Ask undo = new Ask(opposite, ask.address(), ask.type(), ask.body());
      assertThat(answeredWell(send(undo))).as("%s before %s", opposite, route).isTrue();
    }
  }

  private HttpResponse<String> send(Ask ask) throws IOException, InterruptedException {
    return client.send(
        ask.by(TestCaller.ADMIN, root.replaceAll("/$", "")), BodyHandlers.ofString());
  }

  private static boolean answeredWell(HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 2 || answer.statusCode() == 303;
  }

  /** Of the organisation whose administrator asks. */
  private static long entries() throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*) from audit_entry where organisation_id = '%s'"
                    .formatted(Organisation.FIRST.id()))) {
      found.next();
      return found.getLong(1);
    }
  }
}
