package dev.plumbline.api.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a channel is spoken to. */
public enum ChannelKind {
  EMAIL("E-mail", Secrecy.NONE),
  SLACK("Slack", Secrecy.URL),
  TEAMS("Microsoft Teams", Secrecy.URL),
  PAGERDUTY("PagerDuty", Secrecy.KEY),
  ALERTMANAGER("Alertmanager", Secrecy.OPTIONAL_KEY),
  WEBHOOK("Webhook", Secrecy.KEY);

  /** What of a channel is kept sealed. */
  enum Secrecy {
    NONE,
    /** Its URL: whoever knows it can post. */
    URL,
    KEY,
    OPTIONAL_KEY
  }

  private final String title;
  private final Secrecy secrecy;

  ChannelKind(String title, Secrecy secrecy) {
    this.title = title;
    this.secrecy = secrecy;
  }

  public String title() {
    return title;
  }

  Secrecy secrecy() {
    return secrecy;
  }

  /** Whether it has a URL that anybody may read. */
  boolean hasAddress() {
    return this == ALERTMANAGER || this == WEBHOOK;
  }

  /** The published spelling, for example {@code email}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ChannelKind> findByLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(ChannelKind::label).collect(Collectors.joining(", "));
  }
}
