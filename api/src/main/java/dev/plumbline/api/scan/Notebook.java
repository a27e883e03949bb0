package dev.plumbline.api.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.lifecycle.scan.Language;
import dev.plumbline.lifecycle.scan.Passage;
import dev.plumbline.lifecycle.scan.SourceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The cells of a Jupyter notebook as passages. Outputs are not read. */
final class Notebook {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Map<String, Language> LANGUAGES =
      Map.of(
          "python", Language.PYTHON,
          "javascript", Language.C_LIKE,
          "typescript", Language.C_LIKE,
          "java", Language.C_LIKE,
          "scala", Language.C_LIKE,
          "r", Language.HASH,
          "julia", Language.HASH);

  /** A cell as it is read: its kind may come behind its source. */
  private static final class Cell {

    private String kind = "code";
    private final StringBuilder source = new StringBuilder();
    private final List<Integer> fileLines = new ArrayList<>();
  }

  private final String path;
  private final List<Cell> cells = new ArrayList<>();
  private String language = "python";

  private Notebook(String path) {
    this.path = path;
  }

  /**
   * Reads a notebook of format 4.
   *
   * @throws IOException when the text is no JSON
   */
  static List<Passage> passages(String path, String text) throws IOException {
    Notebook notebook = new Notebook(path);
    try (JsonParser json = FACTORY.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a notebook");
      }
      notebook.read(json);
    }
    return notebook.passages();
  }

  private void read(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("cells") && json.currentToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          cells.add(cell(json));
        }
      } else if (field.equals("metadata")) {
        readLanguage(json);
      } else {
        json.skipChildren();
      }
    }
  }

  /** {@code metadata.kernelspec.language} or {@code metadata.language_info.name}. */
  private void readLanguage(JsonParser json) throws IOException {
    int depth = 0;
    do {
      JsonToken token = json.currentToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.FIELD_NAME && depth == 2 && json.currentName().equals("language")) {
        language = json.nextTextValue() == null ? language : json.getText();
      }
    } while (depth > 0 && json.nextToken() != null);
  }

  private static Cell cell(JsonParser json) throws IOException {
    Cell cell = new Cell();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("cell_type")) {
        cell.kind = json.getText();
      } else if (field.equals("source")) {
        readSource(json, cell);
      } else {
        json.skipChildren();
      }
    }
    return cell;
  }

  /** One string, or an array with a string for each line. */
  private static void readSource(JsonParser json, Cell cell) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      append(json, cell);
    } else if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        append(json, cell);
      }
    }
  }

  private static void append(JsonParser json, Cell cell) throws IOException {
    String text = json.getText();
    int fileLine = json.currentTokenLocation().getLineNr();
    cell.source.append(text);
    long breaks = text.chars().filter(c -> c == '\n').count();
    for (long i = 0; i < Math.max(1, breaks); i++) {
      cell.fileLines.add(fileLine);
    }
  }

  private List<Passage> passages() {
    SourceKind file = SourceKind.of(path);
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      Language spoken =
          cell.kind.equals("code")
              ? LANGUAGES.getOrDefault(language.toLowerCase(java.util.Locale.ROOT), Language.HASH)
              : Language.PROSE;
      passages.add(
          new Passage(
              cell.source.toString(), file.in(spoken), OptionalInt.of(i + 1), cell.fileLines));
    }
    return passages;
  }
}
