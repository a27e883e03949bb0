package dev.plumbline.api.settings;

import dev.plumbline.api.syncs.SyncEvent;
import java.util.Map;
import java.util.UUID;

/** Something that a run found as the table shows it, times in UTC. */
public record SyncEventRow(
    String at, String account, String what, String tone, String subject, String words) {

  static SyncEventRow of(SyncEvent event, Map<UUID, String> names) {
    return new SyncEventRow(
        Screens.minute(event.at()),
        names.getOrDefault(event.account(), event.account().toString()),
        event.kind().replace('.', ' ').replace('_', ' '),
        tone(event),
        event.subject(),
        words(event));
  }

  private static String tone(SyncEvent event) {
    return switch (event.weight()) {
      case INFO -> "tone-plain";
      case WARNING -> "tone-care";
      case CRITICAL -> "tone-bad";
    };
  }

  private static String words(SyncEvent event) {
    StringBuilder words = new StringBuilder();
    event.before().ifPresent(text -> words.append("before ").append(text).append("; "));
    event.after().ifPresent(text -> words.append("now ").append(text).append("; "));
    event.effect().ifPresent(text -> words.append(text).append("; "));
    if (event.muted()) {
      words.append("muted, because the whole provider failed; ");
    }
    return words.isEmpty() ? "" : words.substring(0, words.length() - 2);
  }
}
