package dev.plumbline.core.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told together: one message for an owner and a provider, not one for each model. */
public final class Grouping {

  private static final int MOST = 20;

  private Grouping() {}

  private record Group(String contact, String provider) {}

  /** Steps that tell, in groups of at most 20, in the order of their first one. */
  public static List<List<AlertStep>> of(List<AlertStep> steps) {
    Map<Group, List<AlertStep>> groups = new LinkedHashMap<>();
    for (AlertStep step : steps) {
      if (step.tells()) {
        Condition about = step.after().condition();
        groups
            .computeIfAbsent(
                new Group(Recipients.of(step.after()), about.provider()), any -> new ArrayList<>())
            .add(step);
      }
    }
    List<List<AlertStep>> messages = new ArrayList<>();
    for (List<AlertStep> group : groups.values()) {
      for (int from = 0; from < group.size(); from += MOST) {
        messages.add(List.copyOf(group.subList(from, Math.min(group.size(), from + MOST))));
      }
    }
    return messages;
  }
}
