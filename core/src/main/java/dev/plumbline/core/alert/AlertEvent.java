package dev.plumbline.core.alert;

import java.util.Locale;

/** What can happen to an alert. */
public enum AlertEvent {
  /** It holds, for the first time or again. */
  OPENED,
  /** A milestone before its deadline has come. */
  REMINDED,
  /** Its deadline is another one than before; whoever had acknowledged it must look again. */
  MOVED,
  /** It is more severe than before. */
  RAISED,
  ACKNOWLEDGED,
  SNOOZED,
  /** The time of an acknowledgement or a snooze is over. */
  RETURNED,
  /** What had muted it is gone. */
  UNMUTED,
  /** Nobody has acknowledged it in time: the next contact is asked. */
  ESCALATED,
  /** It no longer holds. */
  RESOLVED;

  /** The published spelling, for example {@code opened}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AlertEvent ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
