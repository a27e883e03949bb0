package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing with parts of its own, as a server tells it: JSON as it is, CSV with one line for each
 * value, and for people the values first and then a table for each list.
 */
final class NestedPrinting {

  private final FormatOption format;

  NestedPrinting(FormatOption format) {
    this.format = format;
  }

  void print(JsonNode object) {
    if (format.format() == Format.JSON) {
      format.output().record(ModelParts.of(object));
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, JsonNode> lists = new LinkedHashMap<>();
    collect("", object, values, lists);
    Table table = Table.of("name", "value");
    values.forEach((name, value) -> table.row(name, value));
    if (format.format() == Format.CSV) {
      lists.forEach((name, list) -> addLines(table, name, list));
      format.output().table(table);
      return;
    }
    format.output().table(table);
    lists.forEach(this::printList);
  }

  /** Objects open up; lists of objects wait for a table of their own; what is empty is left out. */
  private static void collect(
      String path, JsonNode object, Map<String, String> values, Map<String, JsonNode> lists) {
    object
        .fields()
        .forEachRemaining(
            field -> {
              String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              JsonNode value = field.getValue();
              if (value.isObject()) {
                collect(name, value, values, lists);
              } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
                lists.put(name, value);
              } else if (value.isArray() && !value.isEmpty()) {
                values.put(name, String.join("; ", RemoteRows.texts(value)));
              } else {
                RemoteRows.text(value).ifPresent(text -> values.put(name, text));
              }
            });
  }

  private static void addLines(Table table, String name, JsonNode list) {
    for (int i = 0; i < list.size(); i++) {
      String at = "%s[%d].".formatted(name, i);
      row(list.get(i)).forEach((field, value) -> table.row(at + field, value));
    }
  }

  private void printList(String name, JsonNode list) {
    List<Map<String, String>> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    list.forEach(
        each -> {
          Map<String, String> row = row(each);
          rows.add(row);
          columns.addAll(row.keySet());
        });
    format.output().sentence("");
    format.output().sentence(name.replace('_', ' ').replace('.', ' ') + ":");
    Table table = Table.of(columns.toArray(String[]::new));
    rows.forEach(
        row ->
            table.row(
                columns.stream()
                    .map(column -> (Object) Optional.ofNullable(row.get(column)))
                    .toArray()));
    format.output().table(table);
  }

  private static Map<String, String> row(JsonNode object) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, JsonNode> lists = new LinkedHashMap<>();
    collect("", object, values, lists);
    lists.forEach(
        (name, list) -> {
          List<String> texts = new ArrayList<>();
          list.forEach(each -> texts.add(String.join(" ", row(each).values())));
          values.put(name, String.join("; ", texts));
        });
    return values;
  }
}
