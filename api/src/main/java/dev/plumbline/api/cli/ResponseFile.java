package dev.plumbline.api.cli;

import dev.plumbline.lifecycle.drift.json.JsonDocument;
import dev.plumbline.lifecycle.drift.responses.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with one response a line. A line that cannot be read ends the reading: no test of a part.
 */
final class ResponseFile {

  private static final int LONGEST_LINE_BYTES = 4 << 20;
  private static final int MOST_LINES = 100_000;
  private static final long MOST_BYTES = 512L << 20;

  private final Surroundings surroundings;
  private final String name;

  ResponseFile(Surroundings surroundings, String name) {
    this.surroundings = surroundings;
    this.name = name;
  }

  List<Response> read() throws IOException {
    List<Response> responses = new ArrayList<>();
    try (LimitedLines lines =
        new LimitedLines(
            new LimitedBytes(surroundings.open(name), MOST_BYTES, name), LONGEST_LINE_BYTES)) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().text().isBlank()) {
          responses.add(response(line.get()));
        }
        if (responses.size() > MOST_LINES) {
          throw new InputInvalidException(
              "%s has more than %,d responses: compare a sample".formatted(name, MOST_LINES));
        }
      }
    }
    return responses;
  }

  private Response response(LimitedLines.Line line) {
    if (line.isCut()) {
      throw refused(line, "is longer than 4 MiB: shorten the response");
    }
    if (!line.isUtf8()) {
      throw refused(line, "is not valid UTF-8: save the file as UTF-8");
    }
    return InputInvalidException.reading(
        name, () -> Response.of(JsonDocument.readLine(line.text(), line.number()), line.number()));
  }

  private InputInvalidException refused(LimitedLines.Line line, String problem) {
    return new InputInvalidException("%s: line %d %s".formatted(name, line.number(), problem));
  }
}
