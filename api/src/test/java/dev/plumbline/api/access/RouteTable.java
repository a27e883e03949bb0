package dev.plumbline.api.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The table of expectations, {@code routes.csv}: what each caller is answered at each route. */
final class RouteTable {

  private final Map<Route, Map<String, String>> rows = new TreeMap<>();

  private RouteTable() {}

  static RouteTable read() {
    RouteTable table = new RouteTable();
    List<String> lines = lines();
    List<String> header = cells(lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() != header.size()) {
        throw new IllegalStateException("a row of another length: " + line);
      }
      Map<String, String> expected = new LinkedHashMap<>();
      for (int i = 2; i < cells.size(); i++) {
        expected.put(header.get(i), cells.get(i));
      }
      if (table.rows.put(new Route(cells.get(0), cells.get(1)), expected) != null) {
        throw new IllegalStateException("twice: " + line);
      }
    }
    return table;
  }

  private static List<String> lines() {
    try (InputStream in = RouteTable.class.getResourceAsStream("routes.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",")).map(String::strip).toList();
  }

  List<Route> routes() {
    return List.copyOf(rows.keySet());
  }

  Stream<TestCaller> callers() {
    return Arrays.stream(TestCaller.values());
  }

  /** What that caller is answered: ok, sign-in or a status. */
  String expected(Route route, TestCaller caller) {
    Map<String, String> row = rows.get(route);
    return switch (caller) {
      case MALFORMED, WRONG_CHECKSUM, UNKNOWN, EXPIRED, REVOKED -> row.get("bad_token");
      case SIGNED_OUT -> row.get("anonymous");
      case OTHER_TOKEN -> ofOtherToken(row);
      case ANONYMOUS,
          VIEWER,
          PLANNER,
          OWNER,
          OPERATOR,
          ADMIN,
          INGEST,
          READ,
          SCAN,
          AUDIT,
          ADMIN_TOKEN,
          PROJECT_READ,
          PROJECT_ADMIN,
          OTHER_PROJECT,
          OTHER_ADMIN ->
          row.get(caller.label());
    };
  }

  /** What takes a signed-in person is refused to every token, wherever it is from. */
  private static String ofOtherToken(Map<String, String> row) {
    boolean forPeople = row.get("admin").equals("ok") && row.get("admin_token").equals("403");
    return forPeople && row.get("other_admin").equals("ok") ? "403" : row.get("other_admin");
  }
}
