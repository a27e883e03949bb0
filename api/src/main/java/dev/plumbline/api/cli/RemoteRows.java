package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.RemoteFailureException;
import dev.plumbline.api.remote.ServerConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what a server answered into the cells of a table. */
final class RemoteRows {

  private static final int PAGE = 500;
  private static final int MOST_PAGES = 200;

  private RemoteRows() {}

  /** All entries of a list that the server gives in pages of limit, after and next. */
  static List<JsonNode> all(ServerConnection connection, String path, String entries) {
    List<JsonNode> found = new ArrayList<>();
    String after = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = connection.get(path + "?limit=" + PAGE + after);
      answer.path(entries).forEach(found::add);
      Optional<String> next = text(answer.path("next"));
      if (next.isEmpty()) {
        return found;
      }
      after = "&after=" + URLEncoder.encode(next.get(), StandardCharsets.UTF_8);
    }
    throw RemoteFailureException.ofServer(
        connection.server() + " lists more than %,d entries".formatted(PAGE * MOST_PAGES));
  }

  /** All entries of such a list, with a column for each of these fields under its name. */
  static Table table(ServerConnection connection, String path, String entries, String... columns) {
    Table table = Table.of(columns);
    all(connection, path, entries)
        .forEach(
            each ->
                table.row(Arrays.stream(columns).map(each::path).map(RemoteRows::cell).toArray()));
    return table;
  }

  private static Object cell(JsonNode value) {
    if (value.isArray()) {
      return texts(value);
    }
    return value.isBoolean() ? value.asBoolean() : text(value);
  }

  /** A text; empty for null and for what is not there. */
  static Optional<String> text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
