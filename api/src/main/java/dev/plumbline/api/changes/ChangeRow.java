package dev.plumbline.api.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A change as a person reads it, times in UTC. */
record ChangeRow(ChangeView view, String tone, String asked, List<EventRow> history) {

  /** Something that happened, in words. */
  record EventRow(String at, String by, String kind, String words, String link) {

    static EventRow of(ChangeView.EventView event) {
      EventDetail detail = event.detail();
      return new EventRow(
          minute(event.at()),
          event.by(),
          event.kind(),
          detail == null ? "" : words(detail),
          detail == null || detail.link() == null || !detail.link().startsWith("https://")
              ? ""
              : detail.link());
    }

    private static String words(EventDetail detail) {
      List<String> words = new ArrayList<>();
      if (detail.name() != null) {
        words.add(detail.name());
      }
      if (detail.objection() != null) {
        words.add(detail.objection().replace('_', ' ') + " until " + detail.expires());
      }
      if (detail.text() != null && !detail.text().isEmpty()) {
        words.add(detail.text());
      }
      if (detail.objections() != null && !detail.objections().isEmpty()) {
        words.add("waived: " + String.join(", ", detail.objections()));
      }
      return String.join("; ", words);
    }
  }

  static ChangeRow of(ChangeView view) {
    return new ChangeRow(
        view,
        switch (view.decision()) {
          case "approved" -> "tone-good";
          case "refused" -> "tone-bad";
          case "pending" -> "tone-care";
          default -> "tone-plain";
        },
        minute(view.history().get(0).at()),
        view.history().stream().map(EventRow::of).toList());
  }

  private static String minute(Instant moment) {
    return moment.toString().substring(0, 16).replace('T', ' ');
  }
}
