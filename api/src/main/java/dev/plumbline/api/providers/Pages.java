package dev.plumbline.api.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads lists of many pages to their end, or says that it did not: a list that was cut silently
 * looks like models that vanished.
 */
public final class Pages {

  /** With 100 in each, far more than anybody has. */
  private static final int MOST = 500;

  private final List<Finding> gaps = new ArrayList<>();

  /**
   * All items of a list, by the id of the last one of each page. What came before a gap is kept.
   *
   * @param what in words, for the finding
   * @param page reads the page after an id, the first one after none
   */
  public List<JsonNode> all(String what, Function<Optional<String>, JsonNode> page) {
    List<JsonNode> items = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    Optional<String> after = Optional.empty();
    try {
      for (int number = 1; number <= MOST; number++) {
        JsonNode read = page.apply(after);
        JsonNode some = array(read);
        some.forEach(items::add);
        if (!isGoingOn(read)) {
          return items;
        }
        after = Optional.of(lastId(some));
        if (!cursors.add(after.get())) {
          throw ProviderFailureException.unsound("the same page came twice");
        }
      }
      throw ProviderFailureException.unsound("more than %d pages".formatted(MOST));
    } catch (ProviderFailureException e) {
      gap(what, e.getMessage());
      return items;
    }
  }

  public void gap(String what, String why) {
    gaps.add(
        new Finding(
            "SYNC_GAP",
            Severity.WARNING,
            "%s could not be read to the end: %s".formatted(what, why),
            Place.file(what),
            "the next run reads them again; what came so far is kept"));
  }

  /** Something of one item that is left out. */
  public void odd(String what, String why) {
    gaps.add(
        new Finding(
            "SYNC_ODD_VALUE",
            Severity.WARNING,
            "%s: %s".formatted(what, why),
            Place.file(what),
            "look at the provider's own page"));
  }

  public List<Finding> gaps() {
    return List.copyOf(gaps);
  }

  /** The items of one page. */
  public static JsonNode array(JsonNode page) {
    JsonNode data = page.path("data");
    if (!data.isArray()) {
      throw ProviderFailureException.unsound("a page without its list");
    }
    return data;
  }

  private static boolean isGoingOn(JsonNode page) {
    JsonNode more = page.path("has_more");
    if (!more.isBoolean()) {
      throw ProviderFailureException.unsound("a page that does not say whether another follows");
    }
    return more.booleanValue();
  }

  private static String lastId(JsonNode items) {
    String id = items.path(items.size() - 1).path("id").asText("");
    if (id.isEmpty()) {
      throw ProviderFailureException.unsound("a page without an end to go on from");
    }
    return id;
  }
}
