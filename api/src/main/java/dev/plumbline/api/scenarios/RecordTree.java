package dev.plumbline.api.scenarios;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A view as maps and lists with the same names that HTTP uses, for the command line's writer. */
public final class RecordTree {

  private RecordTree() {}

  /** The components of a record in their order, names in snake case. */
  public static Map<String, Object> of(Record view) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (RecordComponent component : view.getClass().getRecordComponents()) {
      tree.put(snakeCase(component.getName()), node(value(view, component)));
    }
    return tree;
  }

  private static Object node(Object value) {
    if (value instanceof Record view) {
      return of(view);
    }
    if (value instanceof List<?> several) {
      return several.stream().map(RecordTree::node).toList();
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(RecordTree::node);
    }
    return value;
  }

  private static Object value(Record view, RecordComponent component) {
    try {
      return component.getAccessor().invoke(view);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public view hides " + component.getName(), e);
    }
  }

  /** As Jackson writes it: paysAtVolume is pays_at_volume. */
  static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
