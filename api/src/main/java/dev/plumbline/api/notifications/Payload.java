package dev.plumbline.api.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.core.alert.AlertEvent;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.AlertState;
import dev.plumbline.core.alert.Condition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is stored and as webhooks get it, byte by byte.
 *
 * @param type {@code plumbline.alerts} or {@code plumbline.test}
 * @param timestamp of the message, RFC 3339
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Payload(String type, String timestamp, Content data) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ALERTS = "plumbline.alerts";
  private static final String TEST = "plumbline.test";

  /** What happened, and whom it concerns. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Content(String contact, String provider, List<Item> alerts) {}

  /**
   * @param id of the alert
   * @param key the same for ever, and unique in the organisation
   * @param url where a person reads more
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      UUID id,
      String key,
      int revision,
      String event,
      String state,
      String severity,
      String summary,
      String provider,
      String owner,
      @Nullable String dueOn,
      String url) {

    AlertSeverity level() {
      return AlertSeverity.ofLabel(severity);
    }

    boolean isResolved() {
      return state.equals("resolved");
    }

    boolean isAcknowledged() {
      return state.equals("acknowledged");
    }

    AlertEvent what() {
      return AlertEvent.ofLabel(event);
    }
  }

  static Payload of(Notice notice, Instant at, String baseUrl) {
    return new Payload(
        ALERTS,
        at.toString(),
        new Content(
            notice.contact(),
            notice.provider(),
            notice.items().stream().map(item -> item(item, baseUrl)).toList()));
  }

  static Payload test(String channel, Instant at, String baseUrl) {
    Item item =
        new Item(
            new UUID(0, 0),
            "channel.test/" + channel,
            1,
            AlertEvent.OPENED.label(),
            "open",
            AlertSeverity.INFO.label(),
            "This is a test of the channel “" + channel + "”. Nothing is wrong.",
            "",
            "",
            null,
            baseUrl + "/alerts");
    return new Payload(TEST, at.toString(), new Content("", "", List.of(item)));
  }

  private static Item item(Notice.Item item, String baseUrl) {
    Condition condition = item.step().after().condition();
    return new Item(
        item.alert(),
        condition.key().toString(),
        item.step().after().revision(),
        item.step().event().label(),
        state(item.step().after().state()),
        condition.severity().label(),
        condition.summary(),
        condition.provider(),
        condition.owner(),
        condition.deadline().map(deadline -> deadline.day().toString()).orElse(null),
        baseUrl + "/alerts/" + item.alert());
  }

  private static String state(AlertState state) {
    return state.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  boolean isTest() {
    return type.equals(TEST);
  }

  /** The highest severity of what is not resolved; of everything when all of it is. */
  AlertSeverity severity() {
    List<Item> open = data.alerts().stream().filter(item -> !item.isResolved()).toList();
    return (open.isEmpty() ? data.alerts() : open)
        .stream().map(Item::level).reduce((a, b) -> a.isAtLeast(b) ? a : b).orElseThrow();
  }

  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is plain text", e);
    }
  }

  static Payload read(String text) {
    try {
      return JSON.readValue(text, Payload.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a message of ours: " + text.length(), e);
    }
  }
}
