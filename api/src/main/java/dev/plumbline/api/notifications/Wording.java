package dev.plumbline.api.notifications;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A message in words, for people. */
final class Wording {

  private Wording() {}

  /** One line: how many, how severe, and the first of them. */
  static String subject(Payload payload) {
    List<Payload.Item> items = payload.data().alerts();
    Payload.Item first = items.get(0);
    String more = items.size() == 1 ? "" : " (and %d more)".formatted(items.size() - 1);
    return oneLine("[%s] %s%s".formatted(word(first), first.summary(), more));
  }

  /** What happened to it: its severity, or that it is over. */
  static String word(Payload.Item item) {
    String severity = item.severity().toUpperCase(Locale.ROOT);
    return switch (item.what()) {
      case OPENED, UNMUTED -> severity;
      case REMINDED -> severity + ", reminder";
      case MOVED -> severity + ", date moved";
      case RAISED -> severity + ", more severe";
      case ACKNOWLEDGED -> "ACKNOWLEDGED";
      case SNOOZED -> "SNOOZED";
      case RETURNED -> severity + ", still there";
      case ESCALATED -> severity + ", escalated";
      case RESOLVED -> "RESOLVED";
    };
  }

  /** Plain text with one paragraph for each alert. */
  static String body(Payload payload) {
    return payload.data().alerts().stream()
            .map(Wording::paragraph)
            .collect(Collectors.joining("\n"))
        + "\nDays are UTC. Acknowledge or snooze at the addresses above.\n";
  }

  private static String paragraph(Payload.Item item) {
    return "%s: %s\n%s%s\n"
        .formatted(
            word(item),
            oneLine(item.summary()),
            item.dueOn() == null ? "" : "Date: " + item.dueOn() + "\n",
            item.url());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
