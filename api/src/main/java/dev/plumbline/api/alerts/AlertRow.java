package dev.plumbline.api.alerts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** An alert as a page shows it. */
record AlertRow(AlertView view, Instant now) {

  static AlertRow of(AlertView view, Instant now) {
    return new AlertRow(view, now);
  }

  /** Class of the badge of its severity. */
  public String tone() {
    return tone(view.severity());
  }

  static String tone(String severity) {
    return switch (severity) {
      case "critical", "error" -> "tone-bad";
      case "warning" -> "tone-care";
      default -> "tone-plain";
    };
  }

  public boolean isOpen() {
    return view.state().equals("open");
  }

  public boolean isResolved() {
    return view.state().equals("resolved");
  }

  /** The day that it is about and how far it is; empty without one. */
  public String due() {
    LocalDate day = view.dueOn();
    if (day == null) {
      return "";
    }
    long left = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, ZoneOffset.UTC), day);
    String distance = left == 0 ? "today" : left > 0 ? days(left) + " left" : days(-left) + " ago";
    return day + ", " + distance;
  }

  private static String days(long count) {
    return count == 1 ? "1 day" : count + " days";
  }

  /** Its state in words, with who and until when. */
  public String standing() {
    if (view.by() == null) {
      return view.muted() ? "muted by another alert" : view.state();
    }
    return "%s by %s until %s UTC".formatted(view.state(), view.by(), minute(view.until()));
  }

  public String opened() {
    return minute(view.openedAt());
  }

  /** When the next contact is asked; a dash when there is none. */
  public String escalates() {
    return view.escalatesAt() == null ? "–" : minute(view.escalatesAt());
  }

  public boolean isEscalatable() {
    return view.escalatesAt() != null;
  }

  static String minute(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replace(":00Z", "");
  }
}
