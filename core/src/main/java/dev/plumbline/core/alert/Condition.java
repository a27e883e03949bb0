package dev.plumbline.core.alert;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Something that holds now and somebody should know. A rule states the full set of its conditions
 * each time; the alert of one that is no longer stated resolves by itself.
 *
 * @param summary one sentence, at most 300 characters
 * @param provider whom it is about, for grouping; empty when it is nobody's
 * @param contacts addresses in the order of escalation, the owner first; may be empty
 * @param deadline the day it is about; empty when there is none
 * @param link path on this installation that shows more, beginning with a slash
 */
public record Condition(
    AlertKey key,
    AlertSeverity severity,
    String summary,
    String provider,
    List<String> contacts,
    Optional<Deadline> deadline,
    String link) {

  private static final int LONGEST_SUMMARY = 300;

  public Condition {
    requireNonNull(key, "key");
    requireNonNull(severity, "severity");
    requireNonNull(provider, "provider");
    requireNonNull(deadline, "deadline");
    contacts = List.copyOf(contacts);
    if (summary.isBlank() || summary.length() > LONGEST_SUMMARY) {
      throw new IllegalArgumentException(
          "a summary has 1 to %d characters, not %d".formatted(LONGEST_SUMMARY, summary.length()));
    }
    if (!link.startsWith("/")) {
      throw new IllegalArgumentException("a link is a path on this installation: " + link);
    }
  }

  /** The first contact; empty when nobody is named. */
  public String owner() {
    return contacts.isEmpty() ? "" : contacts.get(0);
  }
}
