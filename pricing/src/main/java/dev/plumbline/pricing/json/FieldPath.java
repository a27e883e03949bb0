package dev.plumbline.pricing.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The path of a parser's position as people write it, {@code messages[2].content}. */
final class FieldPath {

  private static final int LONGEST = 200;

  private FieldPath() {}

  static String of(JsonStreamContext position) {
    Deque<String> steps = new ArrayDeque<>();
    for (@Nullable JsonStreamContext at = position; at != null; at = at.getParent()) {
      if (at.inArray() && at.hasCurrentIndex()) {
        steps.addFirst("[" + at.getCurrentIndex() + "]");
      } else if (at.inObject() && at.hasCurrentName()) {
        steps.addFirst("." + at.getCurrentName());
      }
    }
    String path = String.join("", steps);
    String shown = path.startsWith(".") ? path.substring(1) : path;
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }
}
